package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A chat plan or its licences came to their end. */
@Stored(name = "chat.chat-expired", version = 1)
public record ChatExpired(
        AccountId accountId, ResourceId resourceId, Instant expiredAt)
        implements ChatEvent {}
