package io.minutebook.billing.chat;

import io.minutebook.billing.ResourceId;
import io.minutebook.billing.TrialTime;

/** A chat plan that an application has to try; it lapses by itself. */
public record ChatTrial(ResourceId id, long applicationId, TrialTime time, boolean ended) {

    static ChatTrial of(ChatTrialStarted started) {
        return new ChatTrial(
                started.resourceId(),
                started.applicationId(),
                new TrialTime(started.startedAt(), started.validUntil()),
                false);
    }

    ChatTrial end() {
        return new ChatTrial(id, applicationId, time, true);
    }
}
