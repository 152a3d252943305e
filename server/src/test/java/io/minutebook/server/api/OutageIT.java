package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.fixture.LedgerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Takes the parts of a ledger away one after the other, for it is told of each what is missing. */
class OutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DATABASE = "the database does not answer";
    private static final String BROKER = "the broker does not answer";

    @TempDir
    Path folder;

    @Test
    void readinessNamesWhatIsMissingAndTheProcessLivesOn() throws Exception {
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
                var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var whole = ledger("all", database, broker);
                var api = ledger("api", database, broker)) {
            var all = new Caller(whole.url(), null);
            var front = new Caller(api.url(), null);
            isReady(all);
            isReady(front);

            var jdbc = whole.bean(JdbcClient.class);
            var pause = jdbc.sql("update ingest_offset set paused_reason = 'TOO_MANY_FAILURES' where partition = 3");
            await().atMost(PATIENCE).until(() -> pause.update() == 1);
            lacks(all, "partition 3 is paused: TOO_MANY_FAILURES");
            isReady(front);
            jdbc.sql("update ingest_offset set paused_reason = 'CONTENTION'").update();
            isReady(all);

            int port = Integer.parseInt(broker.address().split(":", -1)[1]);
            stop(broker);
            lacks(all, BROKER);
            metric(all, "minutebook_kafka_up 0.0");
            isReady(front);

            var postgres = processes(folder.resolve("postgres"));
            signal("STOP", postgres);
            lacks(all, DATABASE, BROKER);
            lacks(front, DATABASE);
            metric(front, "minutebook_database_up 0.0");
            assertThat(scrape(front)).contains("jvm_threads_live_threads").doesNotContain("minutebook_projection_lag_events{");
            signal("CONT", postgres);
            isReady(front);

            try (var _ = EmbeddedBroker.start(folder.resolve("kafka"), port)) {
                isReady(all);
                jdbc.sql("""
                        insert into ledger_event (position, aggregate_id, sequence, event_type, event_version,
                                                  recorded_at, metadata, payload)
                        select first_position, 'nameless', 0, 'nobody.knows-this', 1, now(), '{}', '{}'
                        from ledger_draw_positions(1, 0)""").update();
                lacks(all, "reading has stopped before events that are missing or unreadable; run verify");
                metric(all, "minutebook_stream_broken 1.0");
                var owner = JdbcClient.create(new DriverManagerDataSource(database.ownerUrl()));
                owner.sql("alter table ledger_event disable trigger user").update();
                owner.sql("update ledger_event set aggregate_id = 'account-9' where aggregate_id = 'nameless'").update();
                lacks(front, "projection packs has stopped");
                metric(front, "minutebook_projection_running{projection=\"packs\"} 0.0");
                stop(whole); // with all it needs, for otherwise it would wait for that
            }

            stop(database);
            lacks(front, DATABASE);
            assertThat(send(front, "/health/ready").body()).doesNotContain("jdbc", "password", "Exception");
        }
    }

    private static LedgerServer ledger(String role, EmbeddedDatabase database, EmbeddedBroker broker) {
        return LedgerServer.start(
                "minutebook.role=" + role,
                "spring.datasource.url=" + database.url(),
                "minutebook.kafka=" + broker.address(),
                "minutebook.usage-topic=usage-records");
    }

    private static void isReady(Caller caller) {
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(send(caller, "/health/ready").is(200).at("/status")).isEqualTo("UP"));
    }

    private static void lacks(Caller caller, String... missing) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var reply = send(caller, "/health/ready").is(503);
            assertThat(reply.at("/status")).isEqualTo("DOWN");
            assertThat(reply.json().at("/missing").valueStream().map(it -> it.asString())).contains(missing);
        });
        assertThat(send(caller, "/health/live").is(200).at("/status")).isEqualTo("UP");
    }

    private static void metric(Caller caller, String line) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scrape(caller)).contains(line));
    }

    private static String scrape(Caller caller) {
        return send(caller, "/metrics").is(200).body();
    }

    /** An answer that does not come is a failure. */
    private static Reply send(Caller caller, String path) {
        return caller.send(caller.request(path).timeout(Duration.ofSeconds(30)).GET());
    }

    private static void stop(AutoCloseable part) throws Exception {
        part.close();
    }

    private static List<Long> processes(Path data) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        var handle = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.concat(Stream.of(handle), handle.descendants()).map(ProcessHandle::pid).toList();
    }

    private static void signal(String name, List<Long> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(process.toString()));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
