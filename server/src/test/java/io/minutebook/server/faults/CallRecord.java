package io.minutebook.server.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;

/** An answered outbound call, as the platform publishes it; its id follows from its session. */
public record CallRecord(String source, String account, String session, Instant endedAt, Duration talked) {

    static CallRecord ofMinutes(String account, String session, Instant endedAt, int minutes) {
        return new CallRecord("/cdr/faults", account, session, endedAt, Duration.ofMinutes(minutes));
    }

    public static String idOf(String session) {
        return "14:" + session + ":main";
    }

    public byte[] bytes() {
        return text(0).getBytes(UTF_8);
    }

    /** So many bytes in all, by what the producer keeps in it for itself. */
    byte[] bytesPaddedTo(int size) {
        return text(size - text(0).length()).getBytes(UTF_8);
    }

    private String text(int padding) {
        return """
                {"specversion":"1.0","id":"%8$s","source":"%7$s",\
                "type":"minutebook.call-leg.v1","subject":"%2$s","time":"%4$s",\
                "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%1$s",\
                "legId":"main","legType":"MAIN","network":"PSTN","direction":"OUTBOUND",\
                "serviceNumber":"+862066660000","serviceNumberType":"LANDLINE",\
                "serviceNumberOwnership":"PLATFORM","startedAt":"%3$s","answeredAt":"%3$s","endedAt":"%4$s",\
                "durationMs":%5$d,"disposition":"ANSWERED","extensions":{"padding":"%6$s"}}}"""
                .formatted(session, account, endedAt.minus(talked), endedAt, talked.toMillis(), "x".repeat(padding),
                        source, idOf(session));
    }
}
