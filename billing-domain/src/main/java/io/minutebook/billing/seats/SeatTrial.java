package io.minutebook.billing.seats;

import io.minutebook.billing.ResourceId;
import io.minutebook.billing.TrialTime;

/** Seats that an application has to try; they lapse by themselves. */
public record SeatTrial(ResourceId id, long applicationId, TrialTime time, boolean ended) {

    static SeatTrial of(SeatTrialStarted started) {
        return new SeatTrial(
                started.resourceId(),
                started.applicationId(),
                new TrialTime(started.startedAt(), started.validUntil()),
                false);
    }

    SeatTrial end() {
        return new SeatTrial(id, applicationId, time, true);
    }
}
