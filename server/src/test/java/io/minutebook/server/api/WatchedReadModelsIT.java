package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.minutebook.reporting.Projections;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Read models are built anew, and compared with what events say, while the ledger books and its customers ask. */
class WatchedReadModelsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2025-01-20T04:00:00Z");
    private static final int CALLS_AT_ONCE = 20;

    private static final Receiver receiver = new Receiver();
    private static final LedgerServer server = LedgerServer.startAt(
            NOON,
            "minutebook.webhooks.allow-internal-addresses=127.0.0.0/8",
            "minutebook.webhooks.allow-http=true",
            "minutebook.comparison.time=00:00");
    private static final Caller operator = Caller.operatorOf(server);

    private final AtomicInteger published = new AtomicInteger();
    private String account = "";
    private Instant firstCall = NOON;

    @AfterAll
    static void stop() {
        server.close();
        receiver.close();
    }

    @BeforeEach
    void open() {
        account = operator.accountWith("10000.00");
        operator.post(of("orders"), json("{'items': [{'product': 'landline-outbound-10000'}]}")).is(201);
        var bought = OffsetDateTime.parse(operator.get("clock").at("/now")).toInstant();
        firstCall = bought.plusSeconds(60);
        operator.put("clock", json("{'now': '" + bought.plusSeconds(3600) + "'}")).is(200);
    }

    @Test
    void duringIngestNoAnswerChangesNothingIsSentTwiceAndNothingSeemsToDiffer()
            throws InterruptedException, ExecutionException {
        var path = "/" + account;
        operator.put(of("webhooks/all"), json("{'url': '" + receiver.url(path) + "'}")).is(201);
        var goesOn = new AtomicBoolean(true);
        int refused;
        try (var people = Executors.newFixedThreadPool(2)) {
            var writer = people.submit(() -> publishWhile(goesOn));
            var reader = people.submit(() -> readWhile(goesOn));
            for (int round = 0; round < 2; round++) {
                for (var projection : Projections.ALL) {
                    operator.send("POST", "projections/" + projection.name() + "/replay", "").is(202);
                }
                assertThat(compared("?accountId=" + account)).isEmpty();
                await(() -> operator.get("projections").json().valueStream()
                        .allMatch(status -> status.at("/replay").isNull()));
            }
            assertThat(compared("?accounts=10")).isEmpty();
            goesOn.set(false);
            refused = writer.get();
            assertThat(reader.get()).isPositive();
        }

        await(() -> drawn() == published.get());
        await(() -> receiver.idsTo(path).size() >= refused);
        assertThat(receiver.idsTo(path)).doesNotHaveDuplicates().hasSize(refused);
        assertThat(compared("?accountId=" + account)).isEmpty();
        assertThat(operator.get("projections/usage").json().at("/lastReplay/state").asString()).isEqualTo("DONE");
    }

    @Test
    void aDamagedRowIsFoundToldOfOnceAndMendedByAReplay() {
        var path = "/" + account;
        operator.put(of("webhooks/all"), json("{'url': '" + receiver.url(path) + "'}")).is(201);
        operator.put("webhooks/platform", json("{'url': '" + receiver.url("/platform") + "'}")).is(201);
        publish(5);
        await(() -> drawn() == 5);
        damage("update usage_detail set service_number = '+861' where record_id like '%-2:main' and account_id = :account");
        damage("delete from usage_detail where record_id like '%-3:main' and account_id = :account");
        damage("update pack_view set drawn = drawn + 1, remaining = remaining - 1 where account_id = :account");
        damage("update account_view set cash_fen = cash_fen + 100 where account_id = :account");
        damage("delete from order_view where account_id = :account");

        var finding = compared("?accountId=" + account).get(0);

        assertThat(finding.at("/accountId").asString()).isEqualTo(account);
        assertThat(finding.at("/differences").valueStream())
                .extracting(line -> line.at("/table").asString(), line -> line.at("/column").asString(""))
                .contains(
                        tuple("usage_detail", "service_number"), tuple("usage_detail", ""),
                        tuple("pack_view", "drawn"), tuple("pack_view", "remaining"),
                        tuple("account_view", "cash_fen"), tuple("order_view", ""));
        assertThat(lineOf(finding, "drawn").at("/live").asString()).isEqualTo("6");
        assertThat(lineOf(finding, "drawn").at("/replayed").asString()).isEqualTo("5");
        assertThat(finding.at("/lines").asInt()).isEqualTo(finding.at("/differences").size());
        await(() -> !receiver.idsTo("/platform").isEmpty());
        var letter = receiver.lettersTo("/platform").getFirst().event();
        assertThat(letter.at("/data/kind").asString()).isEqualTo("READ_MODEL_DIFFERS");
        assertThat(letter.at("/source").asString()).isEqualTo("/accounts/" + account);
        await(() -> operator.get("/metrics").body().contains("minutebook_comparison_differing_accounts 1.0"));

        for (var name : new String[] {"usage", "packs", "accounts"}) {
            operator.send("POST", "projections/" + name + "/replay", "").is(202);
        }
        await(() -> operator.get("projections").json().valueStream()
                .allMatch(status -> status.at("/replay").isNull()));
        assertThat(compared("?accountId=" + account)).isEmpty();
        assertThat(receiver.idsTo("/platform")).hasSize(1);
        assertThat(receiver.idsTo(path)).isEmpty();
    }

    @Test
    void eachDayOneIsDoneByItself() {
        await(() -> operator.get("projections/comparisons?limit=1000").json().valueStream()
                .anyMatch(one -> one.at("/requestedBy").asString().equals("system:comparison")
                        && one.at("/state").asString().equals("DONE")));
    }

    /** The findings of a comparison that is asked for now. */
    private static JsonNode compared(String of) {
        var id = operator.send("POST", "projections/comparisons" + of, "").is(202).at("/id");
        await(() -> comparison(id).at("/finishedAt").isString());
        assertThat(comparison(id).at("/state").asString()).isEqualTo("DONE");
        assertThat(comparison(id).at("/compared").asInt()).isPositive();
        return comparison(id).at("/findings");
    }

    private static JsonNode comparison(String id) {
        return operator.get("projections/comparisons?limit=1000").is(200).json().valueStream()
                .filter(one -> one.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode lineOf(JsonNode finding, String column) {
        return finding.at("/differences").valueStream()
                .filter(line -> line.at("/column").asString("").equals(column))
                .findFirst()
                .orElseThrow();
    }

    private void damage(String sql) {
        assertThat(server.bean(JdbcClient.class).sql(sql).param("account", account).update()).isPositive();
    }

    /** How often it looked; each look must show at least what was booked before, and at most what was sent. */
    private int readWhile(AtomicBoolean goesOn) {
        int looks = 0;
        for (; goesOn.get(); looks++) {
            long atLeast = drawnByEvents();
            long drawn = drawn();
            long listed = operator.get(of("usage/2025-01.csv")).is(200).body().lines().count() - 1;
            assertThat(drawn).isBetween(atLeast, (long) published.get());
            assertThat(listed).isBetween(drawn, (long) published.get());
            assertThat(operator.get(of("orders")).is(200).json().at("/items")).hasSize(1);
        }
        return looks;
    }

    private long drawnByEvents() {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from ledger_event where aggregate_id = ? and event_type = 'packs.minutes-drawn'")
                .param("packs-" + account + "-LANDLINE_OUTBOUND")
                .query(Long.class)
                .single();
    }

    private long drawn() {
        return operator.get(of("packs")).is(200).json().at("/0/drawn").asLong();
    }

    /** How many records were sent that are refused. */
    private int publishWhile(AtomicBoolean goesOn) {
        int refused = 0;
        while (goesOn.get()) {
            publish(CALLS_AT_ONCE);
            send(call(published.get()).replace("legId", "leg"));
            refused++;
        }
        return refused;
    }

    private void publish(int calls) {
        var records = new String[calls];
        int last = published.get();
        for (int call = 0; call < calls; call++) records[call] = call(last + call + 1);
        published.addAndGet(calls);
        send(records);
    }

    private static void send(String... records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var record : records) {
                var value = record.getBytes(StandardCharsets.UTF_8);
                var _ = producer.send(new ProducerRecord<>(server.usageTopic(), 0, null, value));
            }
        }
    }

    /** A call of one minute. */
    private String call(int number) {
        var ended = firstCall.plusMillis(number);
        return """
            {"specversion":"1.0","id":"14:%2$s-%1$d:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"%3$s",
             "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%2$s-%1$d","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"OUTBOUND","serviceNumber":"+862066660000",
               "serviceNumberType":"LANDLINE","serviceNumberOwnership":"PLATFORM","startedAt":"%4$s",
               "answeredAt":"%4$s","endedAt":"%3$s","durationMs":60000,"disposition":"ANSWERED"}}"""
                .formatted(number, account, ended, ended.minusSeconds(60));
    }

    private String of(String rest) {
        return "accounts/" + account + "/" + rest;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}
