package io.minutebook.server.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.simulate.SimulateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server to which a rough month of usage is sent: repeats, disorder, bad, late and corrected records. */
final class BusyLedger implements AutoCloseable {

    private static final Instant JANUARY = Instant.parse("2024-12-31T16:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final LedgerServer server;
    private final Path scratch;
    private final HttpClient http = HttpClient.newHttpClient();

    BusyLedger(Path scratch, String... properties) {
        this.scratch = scratch;
        this.server = LedgerServer.startAt(JANUARY, properties);
    }

    /** Opens accounts with packs for nine tenths of their usage, as of the beginning of January. */
    void prepare(int records, long seed) {
        try {
            var key = Files.writeString(scratch.resolve("key"), server.operatorKey());
            simulate(records, seed, "--out", scratch.resolve("records").toString(), "--prepare",
                    server.url().toString(), "--key", key.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void publish(int records, long seed) {
        simulate(records, seed, "--kafka", RealParts.kafka(), "--topic", server.usageTopic());
    }

    private static void simulate(int records, long seed, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--accounts", "6", "--month", "2025-01", "--duplicates", "5", "--disorder", "20", "--late", "2",
                "--bad", "4", "--corrections", "2"));
        arguments.addAll(List.of("--records", Integer.toString(records), "--seed", Long.toString(seed)));
        arguments.addAll(List.of(more));
        assertThat(new CommandLine(new SimulateCommand()).execute(arguments.toArray(String[]::new))).isZero();
    }

    /** Moves the test clock; what falls due on the way is done before the answer. */
    void moveClock(String instant) {
        put("clock", "{\"now\": \"" + instant + "\"}");
    }

    void put(String path, String body) {
        send("PUT", path, body, 200);
    }

    /** A pack is given back of which minutes are drawn and left, after people have corrected how many. */
    void correctAndRefundOnePack() {
        var pack = server.bean(JdbcClient.class)
                .sql(
                        """
                        select account_id, pack_id from pack_view
                        where meter = 'LANDLINE_OUTBOUND' and drawn > 20 and remaining > 20 order by pack_id limit 1""")
                .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                .single();
        var account = "accounts/" + pack.getFirst();
        var moved = "{\"kind\": \"%s\", \"minutes\": %d, \"packId\": \"%s\", \"reason\": \"a wrong draw\"}";
        send("POST", account + "/adjustments", moved.formatted("MINUTES_TAKEN", 7, pack.getLast()), 201);
        send("POST", account + "/adjustments", moved.formatted("MINUTES_RETURNED", 3, pack.getLast()), 201);
        send("POST", account + "/refunds", "{\"resourceId\": \"" + pack.getLast() + "\"}", 201);
    }

    void closeMonth(String month) {
        send("POST", "months/" + month + "/close", "", 200);
        await().atMost(PATIENCE).until(() -> get("months/" + month).at("/state").asString().equals("FINAL"));
    }

    /** Some calls of a closed month turn out to have been answered a minute later. */
    void correctClosed(String month, int calls) {
        var bytes = server.bean(JdbcClient.class)
                .sql(
                        """
                        select convert_from(value, 'UTF8') from raw_record
                        where convert_from(value, 'UTF8')::json ->> 'id' in (
                            select record_id from usage_detail
                            where billing_month = ? and drawn_minutes > 2 and direction is not null
                                and record_id !~ ':r[0-9]+$' order by record_id limit ?)""")
                .params(month, calls)
                .query(String.class)
                .list();
        assertThat(bytes).hasSize(calls);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var record : bytes) {
                var _ = producer.send(new ProducerRecord<>(server.usageTopic(), corrected(record)));
            }
        }
    }

    private static byte[] corrected(String record) {
        var envelope = (ObjectNode) JsonMapper.shared().readTree(record);
        var data = (ObjectNode) envelope.get("data");
        var old = envelope.get("id").asString();
        envelope.put("id", old + ":r1");
        data.put("revision", 1).put("supersedes", old);
        data.put("answeredAt", Instant.parse(data.get("answeredAt").asString()).plusSeconds(60).toString());
        data.put("durationMs", data.get("durationMs").asLong() - 60_000);
        return JsonMapper.shared().writeValueAsBytes(envelope);
    }

    JsonNode get(String path) {
        return JsonMapper.shared().readTree(send("GET", path, "", 200));
    }

    private String send(String method, String path, String body, int status) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + server.operatorKey())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void awaitReceived(long records) {
        await().atMost(PATIENCE).until(() -> count("select coalesce(sum(received), 0) from ingest_offset") == records);
        await().atMost(PATIENCE).until(() -> count(
                "select count(*) from projection_position where position < (select max(position) from ledger_event)") == 0);
    }

    /** Accounts of which a live read model is not as their events say, found while the ledger runs. */
    JsonNode differing() {
        send("POST", "projections/comparisons?accounts=1000", "", 202);
        await().atMost(PATIENCE).until(() ->
                get("projections/comparisons?limit=1").at("/0/state").asString().equals("DONE"));
        var compared = get("projections/comparisons?limit=1");
        assertThat(compared.at("/0/compared").asLong()).isPositive();
        return compared.at("/0/findings");
    }

    long count(String sql) {
        return server.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
