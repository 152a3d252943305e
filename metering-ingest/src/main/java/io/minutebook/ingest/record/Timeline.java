package io.minutebook.ingest.record;

import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.Recognition;
import java.time.Duration;
import java.time.Instant;

/** Whether the times of a record and its stated duration can be true; judged in order of precedence. */
final class Timeline {

    private static final Duration TOLERANCE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private Timeline() {}

    static void check(Reading reading, Fields data, Instant now) {
        switch (reading.record()) {
            case CallLeg leg -> checkLeg(leg, reading.statedMillis(), data);
            case Recognition recognition -> checkRecognition(recognition, data);
            case BotMessages _ -> {}
        }
        if (reading.record().endedAt().isAfter(now.plus(CLOCK_SKEW))) {
            var name = reading.record() instanceof BotMessages ? "occurredAt" : "endedAt";
            var detail = name + " is over 5 minutes in the future: set the producer's clock, then retry";
            throw data.fault(RecordRefusal.FUTURE_RECORD, name, detail);
        }
    }

    private static void checkLeg(CallLeg leg, long statedMillis, Fields data) {
        var answeredAt = leg.answeredAt();
        if (leg.disposition() == Disposition.ANSWERED && answeredAt == null) {
            var detail = "the leg was ANSWERED: send answeredAt, for charging starts there";
            throw data.fault(RecordRefusal.MISSING_ANSWER, "answeredAt", detail);
        }
        var chargedFrom = answeredAt == null ? leg.startedAt() : answeredAt;
        checkEndIsLast(leg.startedAt(), chargedFrom, leg.endedAt(), data);
        if (chargedFrom.isBefore(leg.startedAt().minus(TOLERANCE))) {
            var detail = "answeredAt is more than 1 s before startedAt: send the times in their order";
            throw data.fault(RecordRefusal.TIME_ORDER, "answeredAt", detail);
        }
        checkLength(Duration.between(chargedFrom, leg.endedAt()), "endedAt", data);
        checkStated(statedMillis, leg.chargeableTime(), data);
    }

    private static void checkRecognition(Recognition recognition, Fields data) {
        checkEndIsLast(recognition.startedAt(), recognition.startedAt(), recognition.endedAt(), data);
        checkLength(recognition.chargeableTime(), "durationMs", data);
    }

    private static void checkEndIsLast(Instant startedAt, Instant chargedFrom, Instant endedAt, Fields data) {
        if (!endedAt.isBefore(chargedFrom) && !endedAt.isBefore(startedAt)) return;
        var detail = "endedAt is before the answer or the start: send the times in their order";
        throw data.fault(RecordRefusal.NEGATIVE_DURATION, "endedAt", detail);
    }

    private static void checkLength(Duration length, String name, Fields data) {
        if (length.compareTo(LONGEST) <= 0) return;
        throw data.fault(RecordRefusal.TOO_LONG, name, "it is over 24 hours long: send each leg by itself");
    }

    private static void checkStated(long statedMillis, Duration measured, Fields data) {
        if (Math.abs(statedMillis - measured.toMillis()) <= TOLERANCE.toMillis()) return;
        var detail = "durationMs is more than 1000 ms off the " + measured.toMillis()
                + " ms from answeredAt to endedAt (0 if never answered): send durations that agree";
        throw data.fault(RecordRefusal.DURATION_MISMATCH, "durationMs", detail);
    }
}
