package io.minutebook.server.simulate;

import io.minutebook.server.cli.Publication;
import io.minutebook.server.cli.Reachable;
import io.minutebook.server.embedded.CannotStart;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where simulated records go. */
interface Outlet extends AutoCloseable {

    void put(Generated delivery) throws IOException;

    /** Makes sure that everything has arrived. */
    @Override
    void close() throws IOException;

    /** A file of one record a line. */
    static Outlet toFile(Path file) throws IOException {
        if (file.getParent() != null) Files.createDirectories(file.getParent());
        return new Lines(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /**
     * A topic that exists.
     *
     * @throws CannotStart when no broker answers there, or it has no such topic
     */
    static Outlet toKafka(String kafka, String topic) {
        Reachable.broker(kafka);
        var publication = new Publication(kafka, topic);
        try {
            publication.requireTopic();
        } catch (CannotStart noTopic) {
            publication.close();
            throw noTopic;
        }
        return new Topic(publication);
    }

    record Lines(OutputStream file) implements Outlet {
        @Override
        public void put(Generated delivery) throws IOException {
            file.write(delivery.value());
            file.write('\n');
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    record Topic(Publication publication) implements Outlet {
        @Override
        public void put(Generated delivery) {
            publication.publish(delivery.key().getBytes(StandardCharsets.UTF_8), delivery.value());
        }

        @Override
        public void close() {
            try (publication) {
                publication.awaitAll();
                if (publication.isComplete()) return;
                throw new CannotStart("%d records were not acknowledged, the first because: %s"
                        .formatted(publication.failures(), publication.firstFailure().orElse("unknown")));
            }
        }
    }
}
