package io.minutebook.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RestartsTest {

    @TempDir
    Path folder;

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainAfterAnyFailureAndSaysOnceWhatItWas() {
        var logger = (Logger) LoggerFactory.getLogger(Restarts.class);
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        logger.addAppender(told);
        try (var _ = Restarts.of(folder, new ServerOutput(folder.resolve("none")), this::failed)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> tries.get() >= 2);
        } finally {
            logger.detachAppender(told);
        }
        assertThat(told.list)
                .filteredOn(line -> line.getFormattedMessage().contains("too many open files"))
                .hasSize(1);
    }

    private void failed() {
        tries.incrementAndGet();
        throw new IllegalStateException("too many open files");
    }
}
