package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;

/** What remained of a pack lapsed at the end of its validity. */
@Stored(name = "packs.pack-expired", version = 1)
public record PackExpired(
        AccountId accountId, Meter meter, PackId packId, Instant expiredAt, Minutes minutes, Balance balance)
        implements PackEvent {}
