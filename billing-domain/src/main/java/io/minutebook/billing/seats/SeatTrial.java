package io.minutebook.billing.seats;

import io.minutebook.billing.Edition;
import io.minutebook.billing.PlanInForce;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.TrialTime;
import java.time.Instant;

/** Seats that an application has to try; they lapse by themselves. */
public record SeatTrial(ResourceId id, long applicationId, Edition edition, TrialTime time, boolean ended) {

    static SeatTrial of(SeatTrialStarted started) {
        return new SeatTrial(
                started.resourceId(),
                started.applicationId(),
                started.edition(),
                new TrialTime(started.startedAt(), started.validUntil()),
                false);
    }

    boolean isInForceAt(Instant instant) {
        return !instant.isBefore(time.from()) && time.isRunningAt(instant);
    }

    PlanInForce inForce() {
        return new PlanInForce(id, edition, true, time.from(), time.until());
    }

    SeatTrial end() {
        return new SeatTrial(id, applicationId, edition, time, true);
    }
}
