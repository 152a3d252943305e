package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A number ends in so many days. */
@Stored(name = "numbers.number-expiry-announced", version = 1)
public record NumberExpiryAnnounced(
        AccountId accountId, ResourceId resourceId, int daysBefore, Instant announcedAt, Instant validUntil)
        implements NumberEvent {}
