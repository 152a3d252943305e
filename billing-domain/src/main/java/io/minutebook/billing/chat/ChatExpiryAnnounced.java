package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A chat plan ends in so many days, with all its licences. */
@Stored(name = "chat.chat-expiry-announced", version = 1)
public record ChatExpiryAnnounced(
        AccountId accountId, ResourceId resourceId, int daysBefore, Instant announcedAt, Instant validUntil)
        implements ChatEvent {}
