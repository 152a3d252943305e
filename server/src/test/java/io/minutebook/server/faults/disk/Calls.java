package io.minutebook.server.faults.disk;

import io.minutebook.server.faults.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Calls of up to three minutes of the bank's account; the same number is the same call. */
final class Calls {

    private static final long SEED = 20_250_214;

    private Calls() {}

    static String id(int number) {
        return CallRecord.idOf(session(number));
    }

    private static String session(int number) {
        return "s" + number;
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
        var talked = Duration.ofMillis(millis(number));
        return new CallRecord("/cdr/power", Bank.ACCOUNT, session(number), end, talked).bytes();
    }
}
