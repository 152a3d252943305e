package io.minutebook.server.simulate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a leg began, was answered (or never) and ended, and how it went. */
record CallTimes(Instant startedAt, @Nullable Instant answeredAt, Instant endedAt, String disposition) {

    static CallTimes answered(Instant startedAt, long ringMillis, long talkMillis) {
        var answeredAt = startedAt.plusMillis(ringMillis);
        return new CallTimes(startedAt, answeredAt, answeredAt.plusMillis(talkMillis), "ANSWERED");
    }

    static CallTimes unanswered(Instant startedAt, long ringMillis, String disposition) {
        return new CallTimes(startedAt, null, startedAt.plusMillis(ringMillis), disposition);
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    long talkMillis() {
        return answeredAt == null ? 0 : Duration.between(answeredAt, endedAt).toMillis();
    }

    /** The leg of somebody else who joins at that instant and stays to the end. */
    CallTimes joinedAt(Instant joined, long ringMillis) {
        return new CallTimes(joined.minusMillis(ringMillis), joined, endedAt, "ANSWERED");
    }
}
