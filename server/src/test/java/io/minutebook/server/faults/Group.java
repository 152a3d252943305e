package io.minutebook.server.faults;

import static org.awaitility.Awaitility.await;

import io.minutebook.ingest.IngestNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The consumer group of ingest, as the broker knows it. */
final class Group implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CONSUMERS_PER_NODE = 2;

    private final Admin admin;

    Group(String kafka) {
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /** Until the group has as many members as that many nodes bring. */
    void awaitNodes(int nodes) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .ignoreExceptionsInstanceOf(TimeoutException.class)
                .until(() -> members() == nodes * CONSUMERS_PER_NODE);
    }

    private int members() throws ExecutionException, InterruptedException, TimeoutException {
        var groups = admin.describeConsumerGroups(List.of(IngestNode.GROUP)).all().get(10, TimeUnit.SECONDS);
        return Objects.requireNonNull(groups.get(IngestNode.GROUP)).members().size();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
