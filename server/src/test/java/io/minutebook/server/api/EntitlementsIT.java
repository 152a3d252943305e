package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.entitlements.EntitlementFile;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications with a standard plan, an advanced one, trials, chat plans and nothing; nobody else uses their numbers. */
class EntitlementsIT {

    private static final Caller operator = SharedServer.operator();
    private static final ApiKeys keys = SharedServer.server().bean(ApiKeys.class);
    private static final long FIRST = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41) * 10;
    private static final long STANDARD = FIRST;
    private static final long ADVANCED = FIRST + 1;
    private static final long TRIAL = FIRST + 2;
    private static final long CHAT_STANDARD = FIRST + 3;
    private static final long CHAT_ADVANCED = FIRST + 4;
    private static final long CHAT_TRIAL = FIRST + 5;
    private static final long NOTHING = FIRST + 6;
    private static String account = "";
    private static JsonNode lines = JsonMapper.shared().createArrayNode();

    @BeforeAll
    static void buy() {
        account = operator.accountWith("100000.00");
        lines = operator.post("accounts/" + account + "/orders", json("""
                        {'items': [
                          {'product': 'seats-standard', 'term': 'YEAR', 'applicationId': %d},
                          {'product': 'seats-advanced', 'term': 'MONTH', 'applicationId': %d},
                          {'product': 'chat-standard', 'months': 1, 'region': 'DOMESTIC', 'applicationId': %d},
                          {'product': 'chat-advanced', 'months': 1, 'region': 'OVERSEAS', 'applicationId': %d}]}"""
                        .formatted(STANDARD, ADVANCED, CHAT_STANDARD, CHAT_ADVANCED)))
                .is(201)
                .json()
                .at("/lines");
        for (var trial : Map.of("SEATS", TRIAL, "CHAT", CHAT_TRIAL).entrySet()) {
            var body = json("{'applicationId': %d, 'kind': '%s'}".formatted(trial.getValue(), trial.getKey()));
            operator.send("POST", "accounts/" + account + "/trials", body).is(201);
        }
    }

    /** Each of its rows, for each kind of plan, as the matrix of the guide says. */
    @Test
    void everyEntitlementIsAnsweredAsThePlanIncludesIt() {
        var plans = Map.of(
                STANDARD, "E-013 N", ADVANCED, "E-013 Y", TRIAL, "E-013 N", CHAT_STANDARD, "E-083 N", CHAT_ADVANCED, "E-083 Y",
                CHAT_TRIAL, "E-083 Y");
        plans.forEach((application, decisive) -> {
            var answers = all(application);
            assertThat(answers).hasSize(EntitlementFile.shipped().entitlements().size());
            var code = decisive.substring(0, 5);
            assertThat(answers).filteredOn(answer -> answer.at("/code").asString().equals(code))
                    .extracting(answer -> answer.at("/entitled").asBoolean() ? "Y" : "N")
                    .containsExactly(decisive.substring(6));
            assertThat(answers).allSatisfy(answer -> assertThat(answer)
                    .isEqualTo(operator.get(path(application, answer.at("/code").asString()) + "?at="
                                    + answer.at("/at").asString().replace("+", "%2B"))
                            .json()));
        });
    }

    private static List<JsonNode> all(long application) {
        var at = Instant.now().toString();
        var first = operator.get("applications/" + application + "/entitlements?limit=60&at=" + at).is(200);
        var rest = operator.get("applications/" + application + "/entitlements?at=" + at + "&after=" + first.at("/next"))
                .is(200);
        assertThat(rest.json().has("next")).isFalse();
        return Stream.concat(
                        first.json().at("/items").valueStream(), rest.json().at("/items").valueStream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "0, E-001,  true,  INCLUDED,         seats-standard, STANDARD, false, -,     -",
        "0, E-013,  false, NOT_IN_PLAN,      seats-standard, STANDARD, false, -,     -",
        "0, E-030,  false, NOT_IN_PLAN,      seats-standard, STANDARD, false, -,     -",
        "0, E-022,  true,  INCLUDED,         seats-standard, STANDARD, false, -,     branch",
        "0, E-078,  true,  INCLUDED,         seats-standard, STANDARD, false, 3,     -",
        "0, E-086,  false, NO_PLAN_IN_FORCE, -,              -,        -,     -,     -",
        "1, E-013,  true,  INCLUDED,         seats-advanced, ADVANCED, false, -,     -",
        "1, E-022,  true,  INCLUDED,         seats-advanced, ADVANCED, false, -,     dynamic branch",
        "1, E-074b, true,  INCLUDED,         seats-advanced, ADVANCED, false, -,     -",
        "2, E-001,  true,  INCLUDED,         seats-standard, STANDARD, true,  -,     -",
        "2, E-012,  false, NOT_IN_PLAN,      seats-standard, STANDARD, true,  -,     -",
        "3, E-086,  true,  INCLUDED,         chat-standard,  STANDARD, false, 1,     -",
        "3, E-094,  false, NOT_IN_PLAN,      chat-standard,  STANDARD, false, -,     -",
        "3, E-095,  true,  INCLUDED,         chat-standard,  STANDARD, false, 10,    -",
        "4, E-086,  true,  INCLUDED,         chat-advanced,  ADVANCED, false, 2,     -",
        "4, E-095,  true,  INCLUDED,         chat-advanced,  ADVANCED, false, 35,    -",
        "4, E-001,  false, NO_PLAN_IN_FORCE, -,              -,        -,     -,     -",
        "5, E-083,  true,  INCLUDED,         chat-advanced,  ADVANCED, true,  -,     -",
        "5, E-086,  true,  INCLUDED,         chat-advanced,  ADVANCED, true,  1,     -",
        "5, E-087,  true,  INCLUDED,         chat-advanced,  ADVANCED, true,  10000, -",
        "6, E-001,  false, NO_PLAN_IN_FORCE, -,              -,        -,     -,     -",
    })
    void anAnswerTellsThePlanBehindIt(
            int application, String code, boolean entitled, String reason, String product, String edition, String trial,
            String quantity, String note) {
        var answer = operator.get(path(FIRST + application, code)).is(200);

        assertThat(answer.json().at("/entitled").asBoolean()).isEqualTo(entitled);
        assertThat(answer.at("/rule")).isEqualTo(code);
        assertThat(answer.at("/reason")).isEqualTo(reason);
        assertThat(text(answer, "/plan/product")).isEqualTo(product);
        assertThat(text(answer, "/plan/edition")).isEqualTo(edition);
        assertThat(text(answer, "/plan/trial")).isEqualTo(trial);
        assertThat(text(answer, "/quantity")).isEqualTo(quantity);
        assertThat(text(answer, "/note")).isEqualTo(note);
    }

    private static @Nullable String text(Reply answer, String pointer) {
        var value = answer.json().at(pointer);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    @Test
    void thePlanIsTheResourceAndOnlyCountsWhileItIsInForce() {
        var plan = lines.at("/0");
        var answer = operator.get(path(STANDARD, "voice.inout")).is(200);
        assertThat(answer.at("/code")).isEqualTo("E-001");
        assertThat(answer.json().at("/plan/resourceId")).isEqualTo(plan.at("/resourceId"));
        assertThat(answer.json().at("/plan/validUntil")).isEqualTo(plan.at("/validUntil"));
        assertThat(answer.at("/plan/accountId")).isEqualTo(account);

        var from = ApiValues.instant(plan.at("/validFrom").asString());
        var until = ApiValues.instant(plan.at("/validUntil").asString());
        assertThat(isEntitled(from.minusMillis(1))).isFalse();
        assertThat(isEntitled(from)).isTrue();
        assertThat(isEntitled(until.minusMillis(1))).isTrue();
        assertThat(isEntitled(until)).isFalse();
    }

    private static boolean isEntitled(Instant at) {
        return operator.get(path(STANDARD, "E-001") + "?at=" + at).is(200).json().at("/entitled").asBoolean();
    }

    @Test
    void whatTheGuideDoesNotListIsUnknown() {
        for (var code : List.of("E-000", "E-096", "moon", "e-013")) {
            operator.get(path(STANDARD, code)).isProblem(404, "UNKNOWN_ENTITLEMENT");
        }
    }

    @Test
    void aPlatformIsAnsweredByThePlansOfItsOwnAccountsAlone() {
        var own = operator.with(keys.create(KeyRole.PLATFORM, new AccountId(account)).secret());
        var stranger = operator.with(keys.create(KeyRole.PLATFORM, new AccountId("1")).secret());

        assertThat(own.get(path(STANDARD, "E-001")).is(200).at("/reason")).isEqualTo("INCLUDED");
        var hidden = stranger.get(path(STANDARD, "E-001") + "?at=2099-01-01T00:00:00Z").is(200);
        var unknown = stranger.get(path(NOTHING, "E-001") + "?at=2099-01-01T00:00:00Z").is(200);
        assertThat(hidden.body().replace(Long.toString(STANDARD), Long.toString(NOTHING))).isEqualTo(unknown.body());
        stranger.get(path(STANDARD, "E-001") + "?accountId=" + account).isProblem(403, "FORBIDDEN");
        stranger.get("applications/" + STANDARD + "/entitlements?accountId=" + account).isProblem(403, "FORBIDDEN");
    }

    @Test
    void anAccountMayBeNamedWhereSeveralHaveTheApplication() {
        var other = operator.accountWith("10000.00");
        var order = json("{'items': [{'product': 'seats-advanced', 'term': 'MONTH', 'applicationId': %d}]}"
                .formatted(NOTHING + 1));
        operator.post("accounts/" + other + "/orders", order).is(201);
        operator.post("accounts/" + account + "/orders", order.replace("advanced", "standard")).is(201);

        var path = path(NOTHING + 1, "E-013");
        assertThat(operator.get(path).at("/plan/accountId")).isEqualTo(other);
        assertThat(operator.get(path + "?accountId=" + account).at("/reason")).isEqualTo("NOT_IN_PLAN");
        assertThat(operator.get(path + "?accountId=" + other).at("/reason")).isEqualTo("INCLUDED");
    }

    /** Metered as always, and stated once for the day with the plan that did not include it. */
    @Test
    void aTransferBeyondThePlanIsMeteredAndStatedOnce() {
        var ended = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        publish(transfer(ADVANCED, "advanced", ended));
        publish(transfer(NOTHING, "nothing", ended));
        publish(transfer(STANDARD, "first", ended));
        publish(transfer(STANDARD, "second", ended.plusMillis(1)));

        await().atMost(Duration.ofSeconds(60)).until(() -> events("packs.minutes-drawn").size() == 4);
        publish(navigation(STANDARD, "later", ended.plusMillis(2)));

        await().atMost(Duration.ofSeconds(60)).until(() -> exceeded().size() >= 2);
        assertThat(exceeded()).extracting(event -> event.at("/payload/code").asString())
                .containsExactly("E-013", "E-030");
        var event = exceeded().getFirst();
        assertThat(event.at("/actor").asString()).isEqualTo("system:entitlements");
        var payload = event.at("/payload");
        assertThat(payload.at("/accountId").asString()).isEqualTo(account);
        assertThat(payload.at("/applicationId").asLong()).isEqualTo(STANDARD);
        assertThat(payload.at("/code").asString()).isEqualTo("E-013");
        assertThat(payload.at("/plan/resourceId")).isEqualTo(lines.at("/0/resourceId"));
        assertThat(payload.at("/record/id").asString()).contains(":first-");
    }

    private static List<JsonNode> exceeded() {
        return events("entitlements.entitlement-exceeded");
    }

    private static String navigation(long application, String session, Instant ended) {
        return json("""
                {'specversion': '1.0', 'id': '%1$d:%2$s:asr-1', 'source': '/cdr/test',
                 'type': 'minutebook.recognition.v1', 'subject': '%3$s', 'time': '%4$s',
                 'data': {'accountId': '%3$s', 'applicationId': %1$d, 'sessionId': '%2$s', 'legId': 'asr-1',
                   'mode': 'REALTIME', 'feature': 'IVR_NAVIGATION', 'startedAt': '%5$s', 'endedAt': '%4$s',
                   'durationMs': 9000}}"""
                .formatted(application, session + "-" + UUID.randomUUID(), account, ended, ended.minusSeconds(9)));
    }

    private static List<JsonNode> events(String type) {
        return operator.get("accounts/" + account + "/events?limit=1000").json().at("/items").valueStream()
                .filter(event -> event.at("/type").asString().equals(type))
                .toList();
    }

    private static String transfer(long application, String session, Instant ended) {
        return json("""
                {'specversion': '1.0', 'id': '%1$d:%2$s:p1', 'source': '/cdr/test', 'type': 'minutebook.call-leg.v1',
                 'subject': '%3$s', 'time': '%4$s',
                 'data': {'accountId': '%3$s', 'applicationId': %1$d, 'sessionId': '%2$s', 'legId': 'p1',
                   'legType': 'EXTERNAL_TRANSFER', 'network': 'PSTN', 'direction': 'OUTBOUND',
                   'serviceNumber': '+862066660000', 'serviceNumberType': 'LANDLINE',
                   'serviceNumberOwnership': 'PLATFORM', 'startedAt': '%5$s', 'answeredAt': '%5$s', 'endedAt': '%4$s',
                   'durationMs': 60000, 'disposition': 'ANSWERED'}}"""
                .formatted(application, session + "-" + UUID.randomUUID(), account, ended, ended.minusSeconds(60)));
    }

    private static void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var value = record.getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(SharedServer.server().usageTopic(), 0, null, value));
        }
    }

    private static String path(long application, String code) {
        return "applications/" + application + "/entitlements/" + code;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
