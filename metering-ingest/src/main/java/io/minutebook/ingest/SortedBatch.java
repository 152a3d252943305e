package io.minutebook.ingest;

import io.minutebook.billing.usage.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A batch that is ready to be written: what is booked and what is refused, each in the order of offsets.
 *
 * @param replaced what the only record of the batch takes the place of, if it is a correction
 */
record SortedBatch(List<Claim> accepted, List<RefusedDelivery> refused, int duplicates, Replaced replaced) {

    SortedBatch {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    static SortedBatch ofRefused(RefusedDelivery refused) {
        return new SortedBatch(List.of(), List.of(refused), 0, Replaced.NOTHING);
    }

    SortedBatch replacing(Replaced old) {
        return new SortedBatch(accepted, refused, duplicates, old);
    }

    Tally tally() {
        int conflicts = (int) refused.stream().filter(RefusedDelivery::isConflict).count();
        return new Tally(accepted.size(), duplicates, refused.size(), conflicts);
    }

    /** Records whose earlier dead letters are done with: they are booked, or a correction of them is. */
    List<RecordId> settled() {
        return Stream.concat(accepted.stream().map(Claim::id), replaced.unbooked().stream()).toList();
    }

    /** The offset under which each record of this batch is booked. */
    Map<RecordId, Long> acceptedOffsets() {
        var offsets = new HashMap<RecordId, Long>();
        for (var claim : accepted) offsets.put(claim.id(), claim.delivery().offset());
        return offsets;
    }
}
