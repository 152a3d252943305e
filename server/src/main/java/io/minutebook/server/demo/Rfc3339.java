package io.minutebook.server.demo;

import io.minutebook.billing.BusinessTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Instants as the ledger's interfaces write them: business time with milliseconds and the offset. */
final class Rfc3339 {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(BusinessTime.ZONE);

    private Rfc3339() {}

    static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
