package io.minutebook.server.faults.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Calls of up to three minutes of the bank's account; the same number is the same call. */
final class Calls {

    private static final long SEED = 20_250_214;

    private Calls() {}

    static String id(int number) {
        return "14:s" + number + ":main";
    }

    static int number(String id) {
        return Integer.parseInt(id.replaceAll("14:s|:main", ""));
    }

    static long minutes(int number) {
        return Math.ceilDiv(millis(number), 60_000);
    }

    private static int millis(int number) {
        return 1 + new Random(SEED + number).nextInt(180_000);
    }

    static byte[] record(int number) {
        var end = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int millis = millis(number);
        return """
                {"specversion":"1.0","id":"%1$s","source":"/cdr/power",\
                "type":"minutebook.call-leg.v1","subject":"%2$s","time":"%4$s",\
                "data":{"accountId":"%2$s","applicationId":14,"sessionId":"s%6$d",\
                "legId":"main","legType":"MAIN","network":"PSTN","direction":"OUTBOUND",\
                "serviceNumber":"+862066660000","serviceNumberType":"LANDLINE",\
                "serviceNumberOwnership":"PLATFORM","startedAt":"%3$s","answeredAt":"%3$s","endedAt":"%4$s",\
                "durationMs":%5$d,"disposition":"ANSWERED"}}"""
                .formatted(id(number), Bank.ACCOUNT, end.minusMillis(millis), end, millis, number)
                .getBytes(UTF_8);
    }
}
