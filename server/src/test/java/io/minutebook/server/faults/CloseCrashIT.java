package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.faults.UsageStream.Message;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.verify.Verified;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while it closes a month, at steps that a seed names: the next one ends the close, with the
 * files that the events alone make. {@code -Dclose.kills} and {@code -Dclose.seed} choose how often and where.
 */
class CloseCrashIT {

    private static final int KILLS = Integer.getInteger("close.kills", 2);
    private static final long SEED = Long.getLong("close.seed", 23);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant IN_JANUARY = Instant.parse("2025-01-20T04:00:00Z");
    private static final List<String> ACCOUNTS = List.of("1500000001", "1500000002", "1500000003", "1500000004");

    @TempDir
    Path scratch;

    @Test
    void theNextServerEndsTheCloseWithTheSameFiles() throws SQLException, InterruptedException {
        var url = RealParts.newDatabase();
        var topic = RealParts.newTopicName();
        var node = Node.of("all-1", "all", scratch, url, RealParts.kafka(), Map.of(
                "MINUTEBOOK_USAGETOPIC", topic,
                "MINUTEBOOK_CLOSE_AUTOMATIC", "false"));
        try (var stops = new CloseStops(RealParts.asSuperuser(url))) {
            node.start();
            try (var api = new Api(List.of(node))) {
                live(api, topic);
                closeBeingKilled(node, api, stops);
                assertThat(stops.count("select count(*) from month_file")).isEqualTo(3 * ACCOUNTS.size() + 1);
                for (var type : List.of("months.month-closed", "months.month-finalised")) {
                    assertThat(stops.count("select count(*) from ledger_event where event_type = '" + type + "'"))
                            .as(type)
                            .isEqualTo(1);
                }
            }
            assertThat(Verified.ofMonth(url, "2025-01")).isEmpty();
            assertThat(Verified.of(url).findings()).isEmpty();
            assertThat(node.process().stop()).isZero();
        } finally {
            node.discard();
        }
    }

    /** Each customer bought a pack and called twice, and January is over. */
    private static void live(Api api, String topic) {
        var calls = new ArrayList<Message>();
        for (var account : ACCOUNTS) {
            var path = "accounts/" + account;
            api.put(path, "{\"name\":\"Acme\",\"legalEntityId\":\"E\"}").good();
            api.post(path + "/funds", "f", "{\"kind\":\"CASH\",\"amount\":\"2000.00\",\"reference\":\"r\"}");
            api.post(path + "/orders", "o", "{\"items\":[{\"product\":\"landline-outbound-10000\"}]}");
            for (int minutes : List.of(3, 4)) {
                var call = CallRecord.ofMinutes(account, account + "-" + minutes, IN_JANUARY, minutes);
                calls.add(new Message(account, call.bytes()));
            }
        }
        new TestClock(api).moveTo(UsageStream.FEBRUARY);
        try (var publisher = new Publisher(RealParts.kafka(), topic)) {
            publisher.publish(calls);
            publisher.complete();
        }
        await().atMost(PATIENCE).until(() -> api.get("ingest/status").at("/accepted").asLong() == calls.size());
    }

    /** Whoever asked for the close asks again while nobody answers. */
    private static void closeBeingKilled(Node node, Api api, CloseStops stops) throws InterruptedException {
        var kills = kills();
        stops.takeTheTurn();
        stops.stopAt(kills.getFirst());
        var asked = CompletableFuture.supplyAsync(
                () -> api.post("months/2025-01/close", "c", ""), work -> Thread.ofPlatform().daemon().start(work));
        for (int kill = 0; kill < kills.size(); kill++) {
            stops.leaveTheTurn();
            stops.awaitSomebodyAtTheStop();
            node.process().kill();
            stops.clear(node.name());
            stops.takeTheTurn();
            if (kill + 1 < kills.size()) stops.stopAt(kills.get(kill + 1));
            node.start();
        }
        stops.leaveTheTurn();
        assertThat(asked.join().at("/month").asString()).isEqualTo("2025-01");
        await().atMost(PATIENCE).until(() -> api.get("months/2025-01").at("/state").asString().equals("FINAL"));
        System.out.printf("faults: %d kills during a close, seed %d, at %s, checked: verify --month%n",
                KILLS, SEED, kills);
    }

    /** What was not committed is done again, so that a step may come twice. */
    private static List<String> kills() {
        var steps = CloseStops.of(ACCOUNTS);
        return new Random(SEED).ints(KILLS, 0, steps.size()).sorted().mapToObj(steps::get).toList();
    }
}
