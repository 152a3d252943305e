package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * Seats were given to try, at no price.
 *
 * @param number which of the account's trials it is, from 1 on
 */
@Stored(name = "seats.seat-trial-started", version = 1)
public record SeatTrialStarted(
        AccountId accountId,
        ResourceId resourceId,
        long applicationId,
        ProductCode product,
        Edition edition,
        long seats,
        int number,
        Instant startedAt,
        Instant validUntil)
        implements SeatEvent {}
