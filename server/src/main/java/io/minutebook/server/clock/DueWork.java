package io.minutebook.server.clock;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Refused;
import io.minutebook.reporting.projections.ReadBarrier;
import java.time.Instant;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens because its time has come, in the order it fell due and each thing at the instant it was due: packs lapse,
 * ends are announced, numbers are renewed, plans and trials end. One node does it at a time, and what was missed while
 * none ran is made up for.
 */
@Component
public class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final DueList dueList;
    private final DueCommands commands;
    private final ReadBarrier barrier;
    private final OneAtATime oneAtATime;
    private final LedgerClock clock;

    DueWork(
            DueList dueList, DueCommands commands, ReadBarrier barrier, OneAtATime oneAtATime, LedgerClock clock) {
        this.dueList = dueList;
        this.commands = commands;
        this.barrier = barrier;
        this.oneAtATime = oneAtATime;
        this.clock = clock;
    }

    /**
     * Does what is due by now, unless another node is at it; what the read models do not show yet is left for
     * later.
     */
    void catchUp() {
        oneAtATime.tryRun(() -> carryOut(dueList.by(clock.instant()), _ -> {}));
    }

    /**
     * Does what fell due while no node ran, so that whoever asks first finds it done. Where that fails, the server starts
     * all the same: the schedule tries it again and tells why it cannot.
     */
    public void makeUpForDowntime() {
        try {
            oneAtATime.tryRun(() -> passDueInstants(clock.instant(), _ -> {}));
        } catch (RuntimeException failure) {
            LOG.warn("What fell due while no node ran is not done yet: {}", failure.getMessage());
        }
    }

    /**
     * Moves the test clock on; when it answers, all that fell due on the way is done and shown by the read
     * models.
     */
    public void moveClock(Instant target) {
        oneAtATime.run(() -> {
            requireAhead(target);
            passDueInstants(target, clock::advanceTo);
            clock.advanceTo(target);
            barrier.await(barrier.head());
        });
    }

    private void requireAhead(Instant target) {
        var now = clock.instant();
        if (target.isAfter(now)) return;
        throw new Refused(
                ClockRefusal.CLOCK_BACKWARDS,
                "The ledger's clock stands at " + now.atZone(BusinessTime.ZONE).toOffsetDateTime()
                        + "; send a later instant.");
    }

    private void passDueInstants(Instant target, Consumer<Instant> onTheWay) {
        var page = pageShown(target);
        while (!page.isEmpty()) {
            carryOut(page, onTheWay);
            var next = pageShown(target);
            if (next.equals(page)) throw new IllegalStateException("what was due stays due: " + page);
            page = next;
        }
    }

    private DuePage pageShown(Instant target) {
        barrier.await(barrier.head());
        return dueList.by(target);
    }

    /** What is due again is put back in its place, so that the read models need not be asked after each step. */
    private void carryOut(DuePage page, Consumer<Instant> onTheWay) {
        var queue = new TreeSet<>(page.due());
        for (var due = queue.pollFirst(); due != null; due = queue.pollFirst()) {
            onTheWay.accept(due.at());
            commands.carryOut(due).filter(page::reaches).ifPresent(queue::add);
        }
    }
}
