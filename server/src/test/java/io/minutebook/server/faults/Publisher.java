package io.minutebook.server.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.cli.Publication;
import io.minutebook.server.faults.UsageStream.Message;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The platform: publishes in order and in the background, whatever state the broker is in. */
final class Publisher implements AutoCloseable {

    private final Publication publication;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicLong published = new AtomicLong();

    Publisher(String kafka, String topic) {
        this.publication = new Publication(kafka, topic);
    }

    void publish(List<Message> messages) {
        thread.execute(() -> {
            for (var message : messages) {
                publication.publish(message.key().getBytes(UTF_8), message.value());
                published.incrementAndGet();
            }
        });
    }

    /** Records handed over so far. */
    long published() {
        return published.get();
    }

    /** Waits until Kafka has acknowledged each; answers how many there are. */
    long complete() {
        thread.close();
        publication.awaitAll();
        assertThat(publication.firstFailure()).as("records that were not acknowledged").isEmpty();
        return published.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        publication.close();
    }
}
