package io.minutebook.server.api;

import io.minutebook.reporting.feed.LedgerTimes;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.server.problem.Rejected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the place in the past that a caller names by an instant of the ledger's clock or by a position. */
@Component
public class Moments {

    private final LedgerTimes times;
    private final ReadBarrier barrier;

    Moments(LedgerTimes times, ReadBarrier barrier) {
        this.times = times;
        this.barrier = barrier;
    }

    /** Empty where neither is given: the present is meant. */
    Optional<Moment> named(@Nullable Instant asOf, @Nullable Long position) {
        if (asOf != null && position != null) throw Rejected.malformed("position: send it or asOf, not both.");
        if (asOf != null) return Optional.of(at(asOf));
        return position == null ? Optional.empty() : Optional.of(at(position));
    }

    /** What was recorded by an instant, and nothing that has come since. */
    public Moment at(Instant instant) {
        return new Moment(times.positionAt(instant, head()), instant);
    }

    private Moment at(long position) {
        long head = head();
        if (position < 0 || position > head) {
            throw Rejected.malformed("position: send a number from 0 to " + head + ", the ledger's position.");
        }
        return new Moment(position, times.recordedAt(position).orElse(Instant.EPOCH));
    }

    /** The position of the last event that was recorded before an instant. */
    long before(Instant instant) {
        return times.positionAt(instant.minusMillis(1), head());
    }

    /** Nothing can appear up to here any more. */
    public long head() {
        long head = barrier.head();
        barrier.await(head);
        return head;
    }
}
