package io.minutebook.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minutebook.server.fixture.RealParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Landline calls of one account as a platform writes them down, and corrections of them. */
record CallSheet(String account, String topic) {

    /** A call of that many minutes; of none, it was never answered. */
    String call(String session, Instant ended, int minutes) {
        return record(session, "", "", ended, minutes);
    }

    /** What it was in truth, as the first correction of it says. */
    String correction(String session, Instant ended, int minutes) {
        return correction(session, 1, id(session), ended, minutes);
    }

    String correction(String session, int revision, String supersedes, Instant ended, int minutes) {
        var fields = "\"revision\":%d,\"supersedes\":\"%s\",".formatted(revision, supersedes);
        return record(session, ":r" + revision, fields, ended, minutes);
    }

    static String id(String session) {
        return "14:" + session + ":main";
    }

    private String record(String session, String suffix, String fields, Instant ended, int minutes) {
        var started = ended.minus(Duration.ofMinutes(Math.max(1, minutes)));
        var answer = minutes == 0 ? "" : "\"answeredAt\":\"" + started + "\",";
        return """
            {"specversion":"1.0","id":"14:%1$s:main%2$s","source":"/cdr/test","type":"minutebook.call-leg.v1",\
            "subject":"%4$s","time":"%5$s",\
            "data":{"accountId":"%4$s","applicationId":14,"sessionId":"%1$s","legId":"main",%3$s"legType":"MAIN",\
            "network":"PSTN","direction":"OUTBOUND","serviceNumber":"+862066660000",\
            "serviceNumberType":"LANDLINE","serviceNumberOwnership":"PLATFORM","startedAt":"%6$s",%7$s\
            "endedAt":"%5$s","durationMs":%8$d,"disposition":"%9$s"}}"""
                .formatted(
                        session, suffix, fields, account, ended, started, answer,
                        Duration.ofMinutes(minutes).toMillis(), minutes == 0 ? "NO_ANSWER" : "ANSWERED");
    }

    /** In this order, each acknowledged. */
    void publish(String... records) {
        publish(List.of(records));
    }

    void publish(List<String> records) {
        publish(topic, records.stream().map(record -> new Said(account, record)).toList());
    }

    /** A record, and the account it is of. */
    record Said(String account, String record) {}

    static void publish(String topic, List<Said> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var said : records) {
                var key = said.account().getBytes(UTF_8);
                var _ = producer.send(new ProducerRecord<>(topic, key, said.record().getBytes(UTF_8)));
            }
        }
    }
}
