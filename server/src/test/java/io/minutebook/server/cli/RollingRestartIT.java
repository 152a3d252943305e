package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.fixture.LedgerProcess;
import io.minutebook.server.simulate.SimulateCommand;
import io.minutebook.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two processes on one ledger are renewed in turn while usage comes in; the other one books on. */
class RollingRestartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RECORDS_AT_A_TIME = 300;

    @TempDir
    Path folder;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private String databaseUrl = "";
    private String kafka = "";

    @Test
    void losesNothingAndDoublesNothingWhileEachIsRestartedInTurn() throws Exception {
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
                var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            databaseUrl = database.url();
            kafka = broker.address();
            try (var first = node("--clock", "2025-01-01T00:00:00+08:00");
                    var second = node("--clock", "adjustable")) {
                prepare(first);
                var traffic = CompletableFuture.supplyAsync(this::publish);
                assertThat(second.stop()).isZero();
                awaitMore();
                aNewerReleaseMigrates();
                try (var renewed = node("--clock", "adjustable")) {
                    assertThat(first.stop()).isZero();
                    awaitMore();
                    isOver.set(true);
                    long published = traffic.join();
                    await().atMost(PATIENCE).until(() -> received() == published);
                    await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            new Operator(renewed).get("ingest/status").path("lag").asLong()).isZero());
                    assertThat(new CommandLine(new VerifyCommand()).execute("--database-url", databaseUrl)).isZero();
                    assertThat(renewed.stop()).isZero();
                }
            }
        }
    }

    private LedgerProcess node(String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("--database-url", databaseUrl, "--kafka", kafka));
        arguments.addAll(List.of(options));
        return LedgerProcess.up(Files.createDirectories(folder.resolve("nodes")), arguments.toArray(String[]::new));
    }

    /** The release before must start on what a newer one has left: it knows nothing of that change. */
    private void aNewerReleaseMigrates() throws SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl);
                var statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, execution_time, success) values (9999, '9999', 'later', 'SQL',"
                    + " 'V9999__later.sql', 1, 'later', 1, true)");
        }
    }

    private void prepare(LedgerProcess node) {
        var key = folder.resolve("nodes/operator.key").toString();
        simulate(1, "--out", folder.resolve("records").toString(), "--prepare", node.url().toString(), "--key", key);
        new Operator(node).put("clock", "{\"now\":\"2025-02-02T00:00:00+08:00\"}");
    }

    /** Without a pause until it is over; gives the number of records. */
    private long publish() {
        long published = 0;
        for (int seed = 1; !isOver.get(); seed++) {
            simulate(seed, "--kafka", kafka);
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

    private void awaitMore() throws SQLException {
        long before = received();
        await().atMost(PATIENCE).until(() -> received() > before + RECORDS_AT_A_TIME);
    }

    private long received() throws SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select coalesce(sum(received), 0) from ingest_offset")) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
