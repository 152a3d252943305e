package io.minutebook.server.clock;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.Refused;
import io.minutebook.billing.packs.ExpirePacks;
import io.minutebook.reporting.packs.DuePack;
import io.minutebook.reporting.packs.DuePacks;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.server.idempotency.LostRaces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * What happens because its time has come, in the order it fell due and each thing at the instant it was due:
 * now, the lapse of packs. One node does it at a time, and what was missed while none ran is made up for.
 */
@Component
public class DueWork {

    private static final Map<String, String> ACTOR = Map.of(Provenance.ACTOR, "system:expiry");

    private static final int MOST_AT_ONCE = 1_000;

    private final DuePacks duePacks;
    private final ReadBarrier barrier;
    private final LedgerTransactions transactions;
    private final CommandGateway commands;
    private final LostRaces races;
    private final OneAtATime oneAtATime;
    private final LedgerClock clock;

    DueWork(
            DuePacks duePacks,
            ReadBarrier barrier,
            LedgerTransactions transactions,
            CommandGateway commands,
            LostRaces races,
            OneAtATime oneAtATime,
            LedgerClock clock) {
        this.duePacks = duePacks;
        this.barrier = barrier;
        this.transactions = transactions;
        this.commands = commands;
        this.races = races;
        this.oneAtATime = oneAtATime;
        this.clock = clock;
    }

    /**
     * Does what is due by now, unless another node is at it; what the read models do not show yet is left for
     * later.
     */
    void catchUp() {
        oneAtATime.tryRun(() -> duePacks.dueBy(clock.instant(), MOST_AT_ONCE).forEach(this::expire));
    }

    /**
     * Moves the test clock on; when it answers, all that fell due on the way is done and shown by the read
     * models.
     */
    public void moveClock(Instant target) {
        oneAtATime.run(() -> {
            requireAhead(target);
            passDueInstants(target);
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

    private void passDueInstants(Instant target) {
        var due = dueShown(target);
        while (!due.isEmpty()) {
            for (var pack : due) {
                clock.advanceTo(pack.validUntil());
                expire(pack);
            }
            var next = dueShown(target);
            if (next.equals(due)) throw new IllegalStateException("packs that were due stay due: " + due);
            due = next;
        }
    }

    private List<DuePack> dueShown(Instant target) {
        barrier.await(barrier.head());
        return duePacks.dueBy(target, MOST_AT_ONCE);
    }

    private void expire(DuePack due) {
        var command = new ExpirePacks(due.accountId(), due.meter(), due.validUntil());
        races.retry(() -> transactions.inOne(ACTOR, () -> commands.sendAndWait(command)));
    }
}
