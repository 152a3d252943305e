package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A plan or an add-on came to its end. */
@Stored(name = "seats.seats-expired", version = 1)
public record SeatsExpired(
        AccountId accountId, ResourceId resourceId, Instant expiredAt)
        implements SeatEvent {}
