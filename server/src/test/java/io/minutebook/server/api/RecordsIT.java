package io.minutebook.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.ingest.record.PublishedContract;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The samples are of account 1000001, which is registered; its outbound call is booked before the tests. */
class RecordsIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ACCOUNT = "1000001";
    private static final String OUTBOUND = sample("call-outbound");
    private static final LedgerServer server = LedgerServer.start();
    private static final Caller operator = Caller.operatorOf(server);

    @BeforeAll
    static void bookTheOutboundCall() {
        operator.put("accounts/" + ACCOUNT, "{\"name\": \"Acme\", \"legalEntityId\": \"E-1\"}").is(201);
        var settings = Map.<String, Object>of("bootstrap.servers", RealParts.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(server.usageTopic(), ACCOUNT, OUTBOUND));
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> operator.get("ingest/status").at("/accepted").equals("1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "call-outbound,          DUPLICATE, LANDLINE_OUTBOUND, 1",
        "call-correction,        ACCEPTED,  LANDLINE_OUTBOUND, 3",
        "call-unanswered,        ACCEPTED,  LANDLINE_OUTBOUND, 0",
        "call-toll-free-inbound, ACCEPTED,  TOLL_FREE_INBOUND, 6",
        "call-agent-mobile,      ACCEPTED,  LANDLINE_OUTBOUND, 6",
        "call-voip,              ACCEPTED,  AUDIO,             1",
        "recognition-realtime,   ACCEPTED,  REALTIME_ASR,      1",
        "recognition-offline,    ACCEPTED,  OFFLINE_ASR,       6",
        "bot-messages,           ACCEPTED,  BOT_MESSAGES,      0"
    })
    void aSoundRecordIsToldItsFigures(String name, String outcome, String meter, int minutes) {
        var forecast = validated(sample(name)).is(200);

        assertThat(forecast.at("/outcome")).isEqualTo(outcome);
        assertThat(forecast.at("/meter")).isEqualTo(meter);
        assertThat(forecast.json().at("/billedMinutes").asInt()).isEqualTo(minutes);
        assertThat(forecast.at("/month")).isEqualTo("2025-01");
        assertThat(forecast.json().at("/reason").isNull()).isTrue();
        assertThat(forecast.at("/source")).isEqualTo("/cdr/ap-guangzhou");
        assertThat(forecast.at("/recordId")).isEqualTo(JSON.readTree(sample(name)).at("/id").asString());
        assertThat(forecast.at("/accountId")).isEqualTo(ACCOUNT);
    }

    @Test
    void nothingIsBookedHoweverOftenItIsTried() {
        var before = rows();
        for (int i = 0; i < 3; i++) {
            for (var name : PublishedContract.SAMPLES) validated(sample(name)).is(200);
        }

        assertThat(validated(sample("call-voip")).at("/outcome")).isEqualTo("ACCEPTED");
        assertThat(validated(changed("/data", "callee", "+8613900000000")).at("/outcome")).isEqualTo("DEAD_LETTER");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aRecordThatWouldBeRefusedIsToldWhyAndWhere() {
        assertRefused(changed("/data", "disposition", "GONE"), "MALFORMED", "/data/disposition");
        assertRefused(changed("/data", "callee", "+8613900000000"), "ID_CONFLICT", "/id");
        assertRefused(changed("", "subject", "7"), "ACCOUNT_MISMATCH", "/subject");
        assertRefused(OUTBOUND.replace(ACCOUNT, "99"), "UNKNOWN_ACCOUNT", "/data/accountId");
        assertRefused("{", "MALFORMED", "");
        assertRefused("", "MALFORMED", "");
    }

    @Test
    void aCorrectionOfWhatHasNotArrivedWouldWait() {
        var unheardOf = sample("call-correction").replace("7d1f0a52", "unheard-of");

        assertRefused(unheardOf, "SUPERSEDED_UNKNOWN", "/data/supersedes");
    }

    @Test
    void aValueOverOneMebibyteIsTooLarge() {
        var room = 1024 * 1024 - OUTBOUND.getBytes(UTF_8).length;

        assertThat(validated(OUTBOUND + " ".repeat(room)).at("/outcome")).isEqualTo("DUPLICATE");
        assertThat(validated(OUTBOUND + " ".repeat(room + 1)).at("/reason")).isEqualTo("TOO_LARGE");
    }

    @Test
    void theKafkaKeyIsJudgedToo() {
        assertThat(send(post(OUTBOUND).header("Kafka-Key", ACCOUNT)).at("/outcome")).isEqualTo("DUPLICATE");
        assertThat(send(post(OUTBOUND).header("Kafka-Key", "7")).at("/reason")).isEqualTo("ACCOUNT_MISMATCH");
    }

    @Test
    void theBytesAreReadAsTheyCameWhateverTheyAreCalled() {
        var twice = OUTBOUND.replaceFirst("\"legType\"", "\"legType\":[],\"legType\"");

        assertThat(validated(twice).at("/outcome")).isEqualTo("DUPLICATE");
        var form = operator.request("records/validate").header("Content-Type", "application/x-www-form-urlencoded");
        assertThat(send(form.POST(BodyPublishers.ofString(OUTBOUND))).at("/outcome")).isEqualTo("DUPLICATE");
    }

    @Test
    void aBinaryEventIsReadFromItsHeaders() {
        var event = (ObjectNode) JSON.readTree(OUTBOUND);
        var request = operator.request("records/validate").header("Content-Type", "application/json");
        for (var attribute : List.of("specversion", "id", "type", "subject", "time")) {
            request.header("ce-" + attribute, event.path(attribute).asString());
        }
        request.header("CE-Source", "%2Fcdr/ap%2dguangzhou");

        var forecast = send(request.POST(BodyPublishers.ofString(event.path("data").toString())));

        assertThat(forecast.at("/outcome")).isEqualTo("DUPLICATE");
    }

    @Test
    void aPlatformMayTryRecordsOfItsOwnAccountOnly() {
        var keys = server.bean(ApiKeys.class);
        var own = operator.with(keys.create(KeyRole.PLATFORM, new AccountId(ACCOUNT)).secret());
        var other = operator.with(keys.create(KeyRole.PLATFORM, new AccountId("7")).secret());

        own.send("POST", "records/validate", OUTBOUND).is(200);
        other.send("POST", "records/validate", OUTBOUND).isProblem(403, "FORBIDDEN");
        operator.with(null).send("POST", "records/validate", OUTBOUND).isProblem(401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @FieldSource("io.minutebook.ingest.record.PublishedContract#SCHEMAS")
    void aSchemaIsServedToEverybody(String name) {
        var schema = operator.with(null).get("/api/schemas/" + name + ".json").is(200);

        assertThat(schema.at("/$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.header("Content-Type")).contains("application/schema+json");
    }

    @ParameterizedTest
    @FieldSource("io.minutebook.ingest.record.PublishedContract#SAMPLES")
    void aSampleIsServedToEverybody(String name) {
        var served = operator.with(null).get("/api/samples/" + name + ".json").is(200);

        assertThat(served.body()).isEqualTo(sample(name));
    }

    @Test
    void aSampleThatDoesNotExistIsNotFound() {
        operator.with(null).get("/api/samples/nothing.json").isProblem(404, "NOT_FOUND");
        operator.with(null).get("/api/schemas/nothing.json").isProblem(404, "NOT_FOUND");
    }

    private static void assertRefused(String record, String reason, String pointer) {
        var forecast = validated(record).is(200);

        assertThat(forecast.at("/outcome")).isEqualTo("DEAD_LETTER");
        assertThat(forecast.at("/reason")).isEqualTo(reason);
        assertThat(forecast.at("/pointer")).isEqualTo(pointer);
        assertThat(forecast.at("/detail")).isNotBlank();
        assertThat(forecast.json().at("/meter").isNull()).isTrue();
    }

    private static Reply validated(String record) {
        return send(post(record));
    }

    private static HttpRequest.Builder post(String record) {
        return operator.request("records/validate")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofString(record));
    }

    private static Reply send(HttpRequest.Builder request) {
        return operator.send(request);
    }

    private static String changed(String pointer, String field, String value) {
        JsonNode record = JSON.readTree(OUTBOUND);
        ((ObjectNode) record.at(pointer)).put(field, value);
        return record.toString();
    }

    private static List<Long> rows() {
        var jdbc = server.bean(JdbcClient.class);
        return List.of("ledger_event", "usage_receipt", "dead_letter", "call_party", "raw_record").stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
                .toList();
    }

    private static String sample(String name) {
        return new String(PublishedContract.sample(name).orElseThrow(), UTF_8);
    }
}
