package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;

/**
 * A person corrected how many minutes of a pack are drawn; the calls that drew them stay as they were booked.
 *
 * @param adjustmentId says why and by whom
 * @param minutes that went back to what remains, or were taken from it
 * @param returned whether they went back
 */
@Stored(name = "packs.minutes-adjusted", version = 1)
public record MinutesAdjusted(
        AccountId accountId,
        Meter meter,
        PackId packId,
        CaseNumber adjustmentId,
        Minutes minutes,
        boolean returned,
        Instant adjustedAt,
        Balance balance)
        implements PackEvent {

    /** Whether it left no more than so many percent of what was granted, where more had remained before it. */
    boolean goesDownTo(int percent) {
        return !returned && balance.wentDownTo(percent, balance.remaining().value() + minutes.value());
    }
}
