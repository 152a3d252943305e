package io.minutebook.server.ingest;

import static io.minutebook.server.ingest.Calls.calls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.ingest.IngestStatus;
import io.minutebook.ingest.PauseReason;
import io.minutebook.ingest.Topics;
import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.fixture.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that lost its end and went on with other records under the same offsets, as after an unclean election. */
class TruncatedLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "usage-records";

    @TempDir
    Path folder;

    @Test
    void isNoticedByTheEpochThoughItHoldsRecordsAtTheStoredOffset() throws IOException {
        try (var ledger = new IngestLedger(RealParts.newDatabase())) {
            bookFrom(ledger, calls(0, 10), status -> status.accepted() == 10);
            cutOff();

            var status = bookFrom(ledger, calls(10, 40), now -> now.partitions().getFirst().paused());

            assertThat(status.partitions().getFirst().reason()).isEqualTo(PauseReason.OFFSETS_LOST);
            assertThat(status.accepted()).isEqualTo(10);
        }
    }

    /** Publishes them on the broker of the folder, and reads until it is as wanted. */
    private IngestStatus bookFrom(IngestLedger ledger, List<byte[]> values, Predicate<IngestStatus> wanted) {
        try (var broker = EmbeddedBroker.start(folder, 0);
                var topics = Topics.at(broker.address())) {
            topics.createMissing(List.of(TOPIC), Optional.empty());
            new Platform(broker.address(), TOPIC).publish(0, values);
            var settings = IngestLedger.settings(broker.address(), TOPIC);
            var node = ledger.node(settings, topics);
            node.start();
            try {
                return await().atMost(PATIENCE).until(() -> ledger.progress(settings, topics).status(), wanted);
            } finally {
                node.stop();
            }
        }
    }

    /** Only the file with the topic's id stays. */
    private void cutOff() throws IOException {
        try (var files = Files.list(folder.resolve(TOPIC + "-0"))) {
            for (var file : files.filter(file -> !file.endsWith("partition.metadata")).toList()) Files.delete(file);
        }
    }
}
