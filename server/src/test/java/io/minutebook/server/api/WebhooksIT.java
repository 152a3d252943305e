package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What accounts are told, and whoever else hears of it; the clock goes on from test to test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WebhooksIT {

    private static final String[] SETTINGS = {
        "minutebook.webhooks.allow-internal-addresses=127.0.0.0/8",
        "minutebook.webhooks.allow-http=true",
        "minutebook.alerts.low-funds=1500.00",
        "minutebook.webhooks.attempts=12",
        "minutebook.webhooks.first-pause=10ms",
        "minutebook.webhooks.longest-pause=50ms"
    };
    private static final String PACK = "{'product': 'landline-outbound-10000'}";
    private static final Instant MONDAY = Instant.parse("2025-01-06T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Receiver receiver = new Receiver();
    private static LedgerServer server = LedgerServer.startAt(MONDAY, SETTINGS);
    private static Caller operator = Caller.operatorOf(server);
    private static @Nullable LedgerServer neighbour;

    private final String path = "/" + UUID.randomUUID();
    private String account = "";

    @AfterAll
    static void stop() {
        if (neighbour != null) neighbour.close();
        server.close();
        receiver.close();
    }

    @BeforeEach
    void open() {
        account = operator.accountWith("10000.00");
    }

    @Test
    @Order(1)
    void eachCauseIsToldOnceWhateverIsBuiltAnewOrStartedAgain() {
        var items = "{'items': [" + PACK + ", {'product': 'audio-custom', 'minutes': 10000},"
                + " {'product': 'number-landline', 'months': 1, 'autoRenew': true}]}";
        var payable = operator.post(of("quotes"), json(items)).is(200).at("/payable");
        account = operator.accountWith(payable.replaceFirst("\\..*", ".10"));
        operator.post(of("funds"), json("{'kind': 'CASH', 'amount': '10.00', 'reference': 'r'}")).is(201);
        var secret = set("all", "{'url': '" + receiver.url(path) + "'}").is(201).at("/secret");
        operator.post(of("orders"), json(items)).is(201);
        moveTo("2025-01-20T00:00:00Z");
        for (int day = 8; day < 15; day++) publish(call("%02d".formatted(day), 24 * 60));
        publish(call("14", 7), call("15", 7), call("15", 7).replace("legId", "leg"));
        await(() -> operator.get("ingest/status").at("/received").equals("10"));
        moveTo("2025-02-20T00:00:00Z");
        moveTo("2026-01-06T23:00:00Z");

        var alerts = listed();
        assertThat(alerts.stream().collect(Collectors.groupingBy(
                        alert -> alert.at("/kind").asString(), Collectors.counting())))
                .isEqualTo(Map.of(
                        "PACK_LOW", 2L,
                        "UNCOVERED_MINUTES", 2L,
                        "RECORD_REFUSED", 1L,
                        "FUNDS_LOW", 1L,
                        "RENEWAL_COMING", 3L,
                        "RENEWAL_FAILED", 1L,
                        "PACK_EXPIRING", 3L));
        assertThat(alerts).allSatisfy(alert -> assertThat(alert.at("/message").asString()).endsWith("."));
        var ids = alerts.stream().map(alert -> alert.at("/alertId").asString()).toList();
        await(() -> receiver.idsTo(path).size() == ids.size());
        assertThat(receiver.idsTo(path)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(receiver.lettersTo(path)).allMatch(letter -> letter.isSignedWith(secret));
        for (var letter : receiver.lettersTo(path)) {
            assertThat(letter.event().at("/specversion").asString()).isEqualTo("1.0");
            assertThat(letter.event().at("/id").asString()).isEqualTo(letter.id());
            assertThat(letter.event().at("/type").asString()).startsWith("io.minutebook.alert.");
            assertThat(letter.event().at("/source").asString()).isEqualTo("/accounts/" + account);
            assertThat(alerts).contains(letter.event().at("/data"));
        }

        replay("alerts");
        replay("packs");
        assertThat(listed()).isEqualTo(alerts);
        startAgain();
        assertThat(listed()).isEqualTo(alerts);

        publish(call("16", 7).replace("legId", "leg"));
        await(() -> receiver.idsTo(path).size() > ids.size());
        var news = new ArrayList<>(receiver.idsTo(path));
        news.removeAll(ids);
        assertThat(news).singleElement().asString().startsWith("record-refused:");
        assertThat(receiver.idsTo(path)).hasSize(ids.size() + 1);
    }

    @Test
    @Order(2)
    void aReceiverThatFailsNineTimesHearsOfItTheTenthTime() {
        receiver.fail(path, 9);
        var secret = set("stubborn", "{'url': '" + receiver.url(path) + "', 'kinds': ['FUNDS_LOW']}").at("/secret");
        runLow();

        await(() -> delivery("stubborn").at("/state").asString().equals("DELIVERED"));

        assertThat(delivery("stubborn").at("/attempts").asInt()).isEqualTo(10);
        assertThat(receiver.idsTo(path)).hasSize(10).containsOnly(delivery("stubborn").at("/alertId").asString());
        assertThat(receiver.lettersTo(path)).allMatch(letter -> letter.isSignedWith(secret));
        assertThat(receiver.lettersTo(path).stream().map(Receiver.Letter::body).distinct()).hasSize(1);
        assertThat(receiver.lettersTo(path).getFirst().isSignedWith("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).isFalse();
    }

    @Test
    @Order(3)
    void whatWasGivenUpIsSentAgainWhenItIsAskedFor() {
        receiver.fail(path, 12);
        set("deaf", "{'url': '" + receiver.url(path) + "'}");
        runLow();
        await(() -> delivery("deaf").at("/state").asString().equals("GIVEN_UP"));
        assertThat(delivery("deaf").at("/status").asInt()).isEqualTo(503);
        assertThat(delivery("deaf").at("/nextAttemptAt").isNull()).isTrue();

        var newSecret = operator.send("POST", of("webhooks/deaf/secret"), "").is(200).at("/secret");
        operator.send("POST", of("webhooks/deaf/deliveries/" + delivery("deaf").at("/id") + "/redelivery"), "").is(200);

        await(() -> delivery("deaf").at("/state").asString().equals("DELIVERED"));
        assertThat(receiver.idsTo(path)).hasSize(13).containsOnly(delivery("deaf").at("/alertId").asString());
        assertThat(receiver.lettersTo(path).getLast().isSignedWith(newSecret)).isTrue();
        assertThat(receiver.lettersTo(path).getFirst().isSignedWith(newSecret)).isFalse();
    }

    @Test
    @Order(4)
    void whoAnswersThatItIsGoneIsSwitchedOff() {
        receiver.answer(path, 410);
        set("gone", "{'url': '" + receiver.url(path) + "'}");
        runLow();

        await(() -> !operator.get(of("webhooks/gone")).json().at("/active").asBoolean());

        assertThat(operator.get(of("webhooks/gone")).at("/offReason")).isEqualTo("its receiver answered 410");
        assertThat(delivery("gone").at("/state").asString()).isEqualTo("GIVEN_UP");
        assertThat(receiver.idsTo(path)).hasSize(1);
        set("gone", "{'url': '" + receiver.url(path) + "'}").is(200);
        assertThat(operator.get(of("webhooks/gone")).json().at("/active").asBoolean()).isTrue();
    }

    @Test
    @Order(5)
    void aNewWebhookHearsOfWhatComesAfterItAndOfTheKindsItNames() {
        runLow();
        assertThat(listed()).hasSize(1);
        set("late", "{'url': '" + receiver.url(path) + "', 'kinds': ['RECORD_REFUSED']}");
        set("late-too", "{'url': '" + receiver.url(path + "-too") + "'}");
        set("other-kind", "{'url': '" + receiver.url(path + "-other") + "', 'kinds': ['FUNDS_LOW']}");
        set("off", "{'url': '" + receiver.url(path + "-off") + "', 'active': false}");

        publish(call("17", 7).replace("legId", "leg"));

        await(() -> receiver.idsTo(path).size() + receiver.idsTo(path + "-too").size() == 2);
        assertThat(receiver.idsTo(path)).isEqualTo(receiver.idsTo(path + "-too")).first().asString().startsWith("record-");
        for (var silent : List.of("other-kind", "off")) {
            assertThat(operator.get(of("webhooks/" + silent + "/deliveries")).json().at("/items")).isEmpty();
        }
    }

    @Test
    @Order(6)
    void thePlatformHearsOfEveryRefusedRecordAndOfNothingElse() {
        operator.put("webhooks/platform", json("{'url': '" + receiver.url(path) + "'}")).is(201);
        runLow();
        publish(call("18", 7).replace("\"" + account, "\"1499999999").replace("legId", "leg"));

        await(() -> !receiver.idsTo(path).isEmpty());

        var letter = receiver.lettersTo(path).getFirst().event();
        assertThat(letter.at("/data/kind").asString()).isEqualTo("RECORD_REFUSED");
        assertThat(letter.at("/source").asString()).isEqualTo("/accounts/1499999999");
        assertThat(receiver.idsTo(path)).hasSize(1);
        operator.send("DELETE", "webhooks/platform", "").is(200);
        operator.get("webhooks/platform").isProblem(404, "UNKNOWN_WEBHOOK");
    }

    @Test
    @Order(7)
    void aTestIsSentAtOnceAndAnswersWhatTheReceiverSaid() {
        var secret = set("tested", "{'url': '" + receiver.url(path) + "'}").at("/secret");
        assertThat(operator.send("POST", of("webhooks/tested/test"), "").is(200).json().at("/taken").asBoolean()).isTrue();
        assertThat(receiver.lettersTo(path)).singleElement().satisfies(letter -> {
            assertThat(letter.isSignedWith(secret)).isTrue();
            assertThat(letter.event().at("/type").asString()).isEqualTo("io.minutebook.alert.test");
        });

        receiver.answer(path, 500);
        var refused = operator.send("POST", of("webhooks/tested/test"), "").is(200);
        assertThat(refused.at("/status")).isEqualTo("500");
        assertThat(refused.at("/error")).isEqualTo("the receiver answered 500");
        set("tested", "{'url': 'http://127.0.0.1:1/'}").is(200);
        assertThat(operator.send("POST", of("webhooks/tested/test"), "").is(200).at("/error"))
                .isEqualTo("the host took no connection");
    }

    @Test
    @Order(8)
    void theSecretIsShownOnceAndIsNotInTheDatabase() {
        var secret = set("quiet", "{'url': '" + receiver.url(path) + "'}").is(201).at("/secret");
        assertThat(secret).startsWith("whsec_");
        for (var shown : List.of(
                set("quiet", "{'url': '" + receiver.url(path) + "'}").is(200).body(),
                operator.get(of("webhooks/quiet")).body(),
                operator.get(of("webhooks")).body())) {
            assertThat(shown).contains("quiet").doesNotContain("secret", secret);
        }
        var stored = server.bean(JdbcClient.class)
                .sql("select webhook::text from webhook where name = 'quiet'")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(secret.replace("whsec_", ""));
    }

    /** A funds-low alert by an order that leaves ten yuan. */
    private void runLow() {
        var order = json("{'items': [" + PACK + "]}");
        var payable = operator.post(of("quotes"), order).is(200).at("/payable");
        for (var left = cash(); left.compareTo(new BigDecimal(payable)) >= 0; left = cash()) {
            operator.post(of("orders"), order).is(201);
        }
    }

    private BigDecimal cash() {
        return new BigDecimal(operator.get("accounts/" + account).at("/funds/cash"));
    }

    private Reply set(String name, String body) {
        return operator.put(of("webhooks/" + name), json(body));
    }

    private JsonNode delivery(String webhook) {
        return operator.get(of("webhooks/" + webhook + "/deliveries")).is(200).json().at("/items/0");
    }

    private List<JsonNode> listed() {
        var all = new ArrayList<JsonNode>();
        for (var page = operator.get(of("alerts?limit=5")).is(200); ;
                page = operator.get(of("alerts?limit=5&after=" + page.at("/next"))).is(200)) {
            page.json().at("/items").forEach(all::add);
            if (!page.json().has("next")) return all;
        }
    }

    private static void replay(String projection) {
        operator.send("POST", "projections/" + projection + "/replay", "").is(202);
        await(() -> operator.get("projections").json().valueStream()
                .allMatch(status -> status.at("/state").asString().equals("RUNNING")));
    }

    /** With another node beside it from then on, which sends too. */
    private static void startAgain() {
        var key = server.operatorKey();
        var database = "spring.datasource.url=" + server.databaseUrl();
        var topic = "minutebook.usage-topic=" + server.usageTopic();
        server.close();
        var settings = new ArrayList<>(List.of(SETTINGS));
        settings.addAll(List.of(database, topic));
        server = LedgerServer.startAt(MONDAY, settings.toArray(String[]::new));
        operator = new Caller(server.url(), key);
        settings.add("minutebook.role=reporting");
        neighbour = LedgerServer.startAt(MONDAY, settings.toArray(String[]::new));
    }

    private static void moveTo(String instant) {
        operator.put("clock", "{\"now\": \"" + instant + "\"}").is(200);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    private String of(String rest) {
        return "accounts/" + account + "/" + rest;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** A call of January 2025 that ended at noon of a day. */
    private String call(String day, int minutes) {
        var ended = Instant.parse("2025-01-" + day + "T04:00:00Z");
        return """
            {"specversion":"1.0","id":"14:%1$s:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"%3$s",
             "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%1$s","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"OUTBOUND","serviceNumber":"+862066660000",
               "serviceNumberType":"LANDLINE","serviceNumberOwnership":"PLATFORM","startedAt":"%4$s",
               "answeredAt":"%4$s","endedAt":"%3$s","durationMs":%5$d,"disposition":"ANSWERED"}}"""
                .formatted(UUID.randomUUID(), account, ended, ended.minusSeconds(60L * minutes), 60_000L * minutes);
    }

    private static void publish(String... records) {
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
}
