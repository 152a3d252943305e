package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A trial lapsed at the end of its last day. */
@Stored(name = "seats.seat-trial-ended", version = 1)
public record SeatTrialEnded(
        AccountId accountId, ResourceId resourceId, Instant endedAt)
        implements SeatEvent {}
