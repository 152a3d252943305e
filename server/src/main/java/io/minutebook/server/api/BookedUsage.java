package io.minutebook.server.api;

import io.minutebook.billing.Refused;
import io.minutebook.ingest.BookedRecords;
import io.minutebook.reporting.explain.BookedRecord;
import io.minutebook.reporting.explain.ExplanationRefusal;
import io.minutebook.reporting.usage.Usage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a booked record by its id, and by its source where producers share the id. */
@Component
public class BookedUsage {

    private final BookedRecords records;
    private final Usage usage;

    BookedUsage(BookedRecords records, Usage usage) {
        this.records = records;
        this.usage = usage;
    }

    /** Refuses what was never booked, and an id alone that several producers share. */
    public BookedRecord find(String recordId, @Nullable String source) {
        var found = records.find(recordId, source == null ? usage.sources() : List.of(source));
        if (found.isEmpty()) {
            throw new Refused(
                    ExplanationRefusal.UNKNOWN_RECORD,
                    "No such record was booked; one that was refused is among GET /api/v1/ingest/dead-letters.");
        }
        if (found.size() > 1) {
            var sources = found.stream().map(place -> place.id().source()).sorted().collect(Collectors.joining(", "));
            throw new Refused(
                    ExplanationRefusal.SOURCE_NEEDED, "Several producers share this id; send source as one of " + sources + ".");
        }
        var place = found.getFirst();
        return new BookedRecord(place.id(), place.from(), place.withdrawnFrom(), place.bytesKept());
    }
}
