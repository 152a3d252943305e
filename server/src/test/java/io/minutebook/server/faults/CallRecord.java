package io.minutebook.server.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** An answered outbound call of whole minutes, as the platform publishes it. */
record CallRecord(String account, String session, Instant endedAt, int minutes) {

    byte[] bytes() {
        return text(0).getBytes(UTF_8);
    }

    /** So many bytes in all, by what the producer keeps in it for itself. */
    byte[] bytesPaddedTo(int size) {
        return text(size - text(0).length()).getBytes(UTF_8);
    }

    private String text(int padding) {
        return """
                {"specversion":"1.0","id":"14:%1$s:main","source":"/cdr/faults",\
                "type":"minutebook.call-leg.v1","subject":"%2$s","time":"%4$s",\
                "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%1$s",\
                "legId":"main","legType":"MAIN","network":"PSTN","direction":"OUTBOUND",\
                "serviceNumber":"+862066660000","serviceNumberType":"LANDLINE",\
                "serviceNumberOwnership":"PLATFORM","startedAt":"%3$s","answeredAt":"%3$s","endedAt":"%4$s",\
                "durationMs":%5$d,"disposition":"ANSWERED","extensions":{"padding":"%6$s"}}}"""
                .formatted(session, account, endedAt.minusSeconds(60L * minutes), endedAt, 60_000L * minutes,
                        "x".repeat(padding));
    }
}
