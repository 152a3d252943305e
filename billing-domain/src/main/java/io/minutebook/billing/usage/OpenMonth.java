package io.minutebook.billing.usage;

import io.minutebook.billing.BillingMonth;
import org.jspecify.annotations.Nullable;

/**
 * The earliest month that is not closed: what belongs to an earlier one is booked here, as late.
 *
 * @param earliest null where no month is closed
 */
public record OpenMonth(@Nullable BillingMonth earliest) {

    public static final OpenMonth NOTHING_CLOSED = new OpenMonth(null);

    /** The same usage in the month it is booked in; late usage names its own month. */
    public MeteredUsage book(MeteredUsage usage) {
        var bookedIn = lateFor(usage);
        return bookedIn == null
                ? usage
                : new MeteredUsage(usage.record(), usage.meter(), usage.billed(), bookedIn, usage.month());
    }

    /** The month in which it shows what becomes of booked usage; null where that is the month it is booked in. */
    public @Nullable BillingMonth lateFor(MeteredUsage booked) {
        return earliest == null || booked.month().compareTo(earliest) >= 0 ? null : earliest;
    }
}
