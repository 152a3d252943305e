package io.minutebook.server.clock;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Refused;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.server.clock.OneAtATime.Turn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens because its time has come, in the order it fell due and each thing at the instant it was due: packs and
 * vouchers lapse, ends are announced, numbers are renewed, plans and trials end, uses are judged by the plan of their
 * time. One node does it at a time, and what was missed while none ran is made up for. Where something fails, all that is
 * due of its account waits for it, and nobody else does.
 */
@Component
public class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final DueList dueList;
    private final DueCommands commands;
    private final ReadBarrier barrier;
    private final OneAtATime oneAtATime;
    private final StuckAccounts stuck;
    private final LedgerClock clock;
    private final DueCloses closes;

    DueWork(
            DueList dueList,
            DueCommands commands,
            ReadBarrier barrier,
            OneAtATime oneAtATime,
            StuckAccounts stuck,
            LedgerClock clock,
            DueCloses closes) {
        this.dueList = dueList;
        this.commands = commands;
        this.barrier = barrier;
        this.oneAtATime = oneAtATime;
        this.stuck = stuck;
        this.clock = clock;
        this.closes = closes;
    }

    /**
     * Does what is due by now, unless another node is at it; what the read models do not show yet is left for
     * later.
     */
    void catchUp() {
        var _ = oneAtATime.tryRun(turn -> carryOut(dueList.by(clock.instant(), stuck.resting()), turn, _ -> {}));
    }

    /**
     * Does what fell due while no node ran, or waits for the node that does, so that whoever asks first finds it done.
     * Where that fails, the server starts all the same: the schedule tries it again and tells why it cannot.
     */
    public void makeUpForDowntime() {
        try {
            oneAtATime.run(turn -> passDueInstants(clock.instant(), turn, _ -> {}));
        } catch (RuntimeException failure) {
            LOG.warn("What fell due while no node ran is not done yet: {}", failure.getMessage());
        }
    }

    /**
     * Moves the test clock on; when it answers, all that fell due on the way is done and shown by the read
     * models. Where something of an account failed it says so, with the clock moved and all else done.
     */
    public void moveClock(Instant target) {
        oneAtATime.run(turn -> {
            requireAhead(target);
            var failed = passMonthEnds(target, turn);
            failed.addAll(passDueInstants(target, turn, clock::advanceTo));
            clock.advanceTo(target);
            barrier.await(barrier.head());
            if (!failed.isEmpty()) throw new IllegalStateException("something due failed of accounts " + failed);
        });
    }

    /** Does what is due by an instant that is past, so that a month may be closed after it. */
    public void doUpTo(Instant instant) {
        oneAtATime.run(turn -> passPast(instant, turn));
    }

    /** As {@link #doUpTo(Instant)}, unless somebody else is at it; answers whether it was done. */
    public boolean tryUpTo(Instant instant) {
        return oneAtATime.tryRun(turn -> passPast(instant, turn));
    }

    private void passPast(Instant instant, Turn turn) {
        var failed = passDueInstants(instant, turn, _ -> {});
        if (!failed.isEmpty()) LOG.warn("something due by {} failed of accounts {}", instant, failed);
    }

    /** Months are closed on the way, each after all that fell due before. */
    private Set<AccountId> passMonthEnds(Instant target, Turn turn) {
        var failed = new HashSet<AccountId>();
        for (var due = closes.dueBy(target); due.isPresent(); due = closes.dueBy(target)) {
            failed.addAll(passDueInstants(due.get().at(), turn, clock::advanceTo));
            clock.advanceTo(due.get().at());
            closes.carryOut(due.get());
        }
        return failed;
    }

    private void requireAhead(Instant target) {
        var now = clock.instant();
        if (target.isAfter(now)) return;
        throw new Refused(
                ClockRefusal.CLOCK_BACKWARDS,
                "The ledger's clock stands at " + now.atZone(BusinessTime.ZONE).toOffsetDateTime()
                        + "; send a later instant.");
    }

    /** Answers with the accounts of which something failed. */
    private Set<AccountId> passDueInstants(Instant target, Turn turn, Consumer<Instant> onTheWay) {
        var failed = new HashSet<AccountId>();
        var page = pageShown(target, failed);
        while (!page.isEmpty()) {
            long before = barrier.head();
            failed.addAll(carryOut(page, turn, onTheWay));
            var next = pageShown(target, failed);
            boolean stays = next.equals(page) && barrier.head() == before;
            if (stays) throw new IllegalStateException("what was due stays due: " + page);
            page = next;
        }
        return failed;
    }

    private DuePage pageShown(Instant target, Set<AccountId> heldBack) {
        barrier.await(barrier.head());
        return dueList.by(target, heldBack);
    }

    /**
     * What is due again is put back in its place, so that the read models need not be asked after each step. Answers
     * with the accounts of which something failed; the rest of theirs is left for later.
     */
    private Set<AccountId> carryOut(DuePage page, Turn turn, Consumer<Instant> onTheWay) {
        var failed = new HashSet<AccountId>();
        var queue = new TreeSet<>(page.due());
        for (var due = queue.pollFirst(); due != null; due = queue.pollFirst()) {
            if (failed.contains(due.accountId())) continue;
            onTheWay.accept(due.at());
            try {
                commands.carryOut(due).filter(page::reaches).ifPresent(queue::add);
                stuck.worked(due.accountId());
            } catch (RuntimeException failure) { // whatever it is, others must not wait for it
                turn.requireOurs();
                failed.add(due.accountId());
                var rest = stuck.failed(due.accountId());
                LOG.error("{} failed and is tried again in {} s", due, rest.toSeconds(), failure);
            }
        }
        return failed;
    }
}
