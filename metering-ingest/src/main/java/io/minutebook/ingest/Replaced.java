package io.minutebook.ingest;

import io.minutebook.billing.usage.RecordId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a correction takes the place of.
 *
 * @param unbooked the record it names and those behind that, as far as they were only ever refused
 * @param booking the event by which the record was booked that it replaces; null if none was
 */
record Replaced(List<RecordId> unbooked, @Nullable Object booking) {

    /** What an original takes the place of. */
    static final Replaced NOTHING = new Replaced(List.of(), null);

    Replaced {
        unbooked = List.copyOf(unbooked);
    }
}
