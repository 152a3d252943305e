package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bought pack ends in so many days, and something is left of it.
 *
 * @param applicationId of bot messages alone
 */
@Stored(name = "packs.pack-expiry-announced", version = 1)
public record PackExpiryAnnounced(
        AccountId accountId,
        Meter meter,
        @Nullable Long applicationId,
        PackId packId,
        int daysBefore,
        Instant announcedAt,
        Instant validUntil,
        Minutes remaining)
        implements PackEvent {}
