package io.minutebook.reporting.history;

import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two instants.
 *
 * @param before as it was at the first; null where there was no such thing
 * @param after as it was at the second; null where there was no such thing any more
 */
public record Difference(Part part, String id, @Nullable Object before, @Nullable Object after) {

    /** What can differ. */
    public enum Part {
        FUNDS,
        VOUCHER,
        PACK,
        RESOURCE,
        BILL_LINE
    }
}
