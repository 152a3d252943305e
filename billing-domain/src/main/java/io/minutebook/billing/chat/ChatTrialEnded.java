package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A trial lapsed at the end of its last day. */
@Stored(name = "chat.chat-trial-ended", version = 1)
public record ChatTrialEnded(
        AccountId accountId, ResourceId resourceId, Instant endedAt)
        implements ChatEvent {}
