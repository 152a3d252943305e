package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;

/**
 * A pack was given back for money, which ended its time: a call that ended before it may still draw what has lapsed or
 * been given back since, but not what was refunded.
 *
 * @param minutes what remained
 */
@Stored(name = "packs.pack-refunded", version = 1)
public record PackRefunded(
        AccountId accountId,
        Meter meter,
        PackId packId,
        RefundId refundId,
        Instant refundedAt,
        Minutes minutes,
        Balance balance)
        implements PackEvent {}
