package io.minutebook.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.simulate.SimulateCommand;
import io.minutebook.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/** Two nodes on one ledger are renewed in turn while usage comes in; the other one books on. */
class RollingRestartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant JANUARY = Instant.parse("2024-12-31T16:00:00Z");
    private static final int RECORDS_AT_A_TIME = 200;

    @TempDir
    Path scratch;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final String url = RealParts.newDatabase();
    private final String topic = RealParts.newTopicName();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url));

    @Test
    @SuppressWarnings("try") // the first node ends before its block does
    void losesNothingAndDoublesNothingWhileEachIsRestartedInTurn() throws IOException {
        try (var first = node()) {
            prepare(first);
            CompletableFuture<Long> traffic;
            try (var second = node()) {
                traffic = CompletableFuture.supplyAsync(this::publish);
                awaitMore();
                assertThat(second.url()).isNotEqualTo(first.url());
            }
            awaitMore();
            aNewerReleaseMigrates();
            try (var renewed = node()) {
                first.close();
                awaitMore();
                isOver.set(true);
                long published = traffic.join();
                await().atMost(PATIENCE).until(() -> received() == published);
                assertThat(renewed.usageTopic()).isEqualTo(topic);
                assertThat(new CommandLine(new VerifyCommand()).execute("--database-url", url)).isZero();
            }
        }
    }

    private LedgerServer node() {
        return LedgerServer.startAt(JANUARY, "spring.datasource.url=" + url, "minutebook.usage-topic=" + topic);
    }

    /** The release before must start on what a newer one has left: it knows nothing of that change. */
    private void aNewerReleaseMigrates() {
        JdbcClient.create(new DriverManagerDataSource(RealParts.asOwner(url)))
                .sql("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'later', 1, true)")
                .update();
    }

    private void prepare(LedgerServer node) throws IOException {
        var key = Files.writeString(scratch.resolve("key"), node.operatorKey()).toString();
        simulate(1, "--out", scratch.resolve("records").toString(), "--prepare", node.url().toString(), "--key", key);
        jdbc.sql("update ledger_clock set offset_millis = offset_millis + ?")
                .param(Duration.ofDays(32).toMillis())
                .update();
    }

    /** Without a pause until it is over; gives the number of records. */
    private long publish() {
        long published = 0;
        for (int seed = 1; !isOver.get(); seed++) {
            simulate(seed, "--kafka", RealParts.kafka(), "--topic", topic);
            published += RECORDS_AT_A_TIME;
        }
        return published;
    }

    private static void simulate(int seed, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--accounts", "20", "--month", "2025-01", "--duplicates", "5", "--disorder", "10", "--bad", "2",
                "--records", Integer.toString(RECORDS_AT_A_TIME), "--seed", Integer.toString(seed)));
        arguments.addAll(List.of(more));
        assertThat(new CommandLine(new SimulateCommand()).execute(arguments.toArray(String[]::new))).isZero();
    }

    private void awaitMore() {
        long before = received();
        await().atMost(PATIENCE).until(() -> received() > before + RECORDS_AT_A_TIME);
    }

    private long received() {
        return jdbc.sql("select coalesce(sum(received), 0) from ingest_offset").query(Long.class).single();
    }
}
