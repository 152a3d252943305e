package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A plan ends in so many days, with all its add-ons. */
@Stored(name = "seats.seats-expiry-announced", version = 1)
public record SeatsExpiryAnnounced(
        AccountId accountId, ResourceId resourceId, int daysBefore, Instant announcedAt, Instant validUntil)
        implements SeatEvent {}
