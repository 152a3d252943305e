package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records, corrections and dead letters as people see them over HTTP. */
class CorrectedUsageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Caller operator = SharedServer.operator();
    private final Instant ended = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final String session = UUID.randomUUID().toString();

    @Test
    void theUsageDetailShowsTheNewRowOnlyAndThePackHoldsTheDifference() {
        var account = operator.accountWith("10000.00");
        var order = "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}";
        operator.post("accounts/" + account + "/orders", order).is(201);
        var afterPurchase = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        var usage = "accounts/" + account + "/usage?month=" + monthOf(afterPurchase);

        publish(call(account, afterPurchase, Duration.ofMinutes(7)));
        awaitRows(usage, 1);
        publish(correction(account, afterPurchase, Duration.ofMinutes(3)));
        await().atMost(PATIENCE).until(() -> rows(usage).at("/0/recordId").asString().endsWith(":r1"));

        assertThat(rows(usage)).hasSize(1);
        assertThat(rows(usage).at("/0/billedMinutes").asInt()).isEqualTo(3);
        var packs = operator.get("accounts/" + account + "/packs").is(200);
        assertThat(packs.at("/0/drawn")).isEqualTo("3");
        assertThat(packs.at("/0/remaining")).isEqualTo("9997");
    }

    @Test
    void aCorrectionThatCameFirstIsTakenUpByItself() {
        var account = operator.accountWith("1.00");
        publish(correction(account, ended, Duration.ofMinutes(3)));
        var letter = awaitLetter(account);
        assertThat(letter.at("/reason").asString()).isEqualTo("SUPERSEDED_UNKNOWN");

        publish(call(account, ended, Duration.ofMinutes(7)));

        await().atMost(PATIENCE).until(() -> state(letter).equals("RESOLVED"));
        assertThat(rows("accounts/" + account + "/usage?month=" + monthOf(ended)).at("/0/billedMinutes").asInt())
                .isEqualTo(3);
    }

    @Test
    void aDeadLetterIsRetriedAndDiscardedByAPerson() {
        var account = operator.accountWith("1.00");
        publish(correction(account, ended, Duration.ofMinutes(3)));
        var path = "ingest/dead-letters/" + awaitLetter(account).at("/id").asString();

        assertThat(operator.post(path + "/retry", "").is(200).at("/state")).isEqualTo("OPEN");
        var summary = operator.post("ingest/dead-letters/retry", "{\"reason\": \"SUPERSEDED_UNKNOWN\"}").is(200);
        assertThat(summary.json().at("/retried").asInt()).isPositive();

        operator.post(path + "/discard", "{}").isProblem(400, "MALFORMED_REQUEST");
        var discarded = operator.post(path + "/discard", "{\"reason\": \"a test call\"}").is(200);
        assertThat(discarded.at("/state")).isEqualTo("DISCARDED");
        assertThat(discarded.at("/discard/reason")).isEqualTo("a test call");
        operator.post(path + "/retry", "").isProblem(409, "DEAD_LETTER_NOT_OPEN");
    }

    @Test
    void whatCannotBeDoneIsAProblem() {
        operator.post("ingest/dead-letters/999999999/retry", "").isProblem(404, "UNKNOWN_DEAD_LETTER");
        operator.post("ingest/dead-letters/999999999/discard", "{\"reason\": \"x\"}")
                .isProblem(404, "UNKNOWN_DEAD_LETTER");
        operator.post("ingest/dead-letters/retry", "{\"reason\": \"MALFORMED\"}")
                .isProblem(409, "DEAD_LETTER_NOT_RETRYABLE");
        operator.post("ingest/dead-letters/retry", "{}").isProblem(400, "MALFORMED_REQUEST");
        operator.post("ingest/partitions/77/resume", "{\"reason\": \"x\"}").isProblem(404, "UNKNOWN_PARTITION");
    }

    private static void awaitRows(String usage, int count) {
        await().atMost(PATIENCE).until(() -> rows(usage).size() == count);
    }

    private static JsonNode rows(String usage) {
        return operator.get(usage).is(200).json().at("/rows");
    }

    private static JsonNode awaitLetter(String account) {
        var letters = "ingest/dead-letters?accountId=" + account;
        await().atMost(PATIENCE).until(() -> operator.get(letters).json().at("/items").size() == 1);
        return operator.get(letters).json().at("/items/0");
    }

    private static String state(JsonNode letter) {
        return operator.get("ingest/dead-letters/" + letter.at("/id").asString()).at("/state");
    }

    private static String monthOf(Instant instant) {
        return instant.plus(Duration.ofHours(8)).toString().substring(0, 7);
    }

    private String call(String account, Instant ended, Duration talk) {
        return record("", "", account, ended, talk);
    }

    private String correction(String account, Instant ended, Duration talk) {
        var supersedes = "\"revision\":1,\"supersedes\":\"14:%s:main\",".formatted(session);
        return record(":r1", supersedes, account, ended, talk);
    }

    private String record(String suffix, String supersedes, String account, Instant ended, Duration talk) {
        return """
            {"specversion":"1.0","id":"14:%1$s:main%2$s","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%4$s","time":"%5$s",
             "data":{"accountId":"%4$s","applicationId":14,"sessionId":"%1$s","legId":"main",%3$s"legType":"MAIN",
               "network":"PSTN","direction":"OUTBOUND","serviceNumber":"+862066660000",
               "serviceNumberType":"LANDLINE","serviceNumberOwnership":"PLATFORM","startedAt":"%6$s",
               "answeredAt":"%6$s","endedAt":"%5$s","durationMs":%7$d,"disposition":"ANSWERED"}}"""
                .formatted(session, suffix, supersedes, account, ended, ended.minus(talk), talk.toMillis());
    }

    private static void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var value = record.getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(SharedServer.server().usageTopic(), null, value));
        }
    }
}
