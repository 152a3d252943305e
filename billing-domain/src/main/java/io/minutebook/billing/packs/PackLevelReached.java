package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, or a person who took minutes by hand, left no more than so many percent of a pack, for the first time in the
 * pack's life.
 *
 * @param applicationId of bot messages alone
 * @param reachedAt the end of that call, or when the person did
 */
@Stored(name = "packs.pack-level-reached", version = 1)
public record PackLevelReached(
        AccountId accountId,
        Meter meter,
        @Nullable Long applicationId,
        PackId packId,
        int percent,
        Minutes granted,
        Minutes remaining,
        Instant reachedAt)
        implements PackEvent {}
