package io.minutebook.server.simulate;

import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.simulate.Dice.About;
import io.minutebook.server.simulate.Expectation.Booked;
import io.minutebook.server.simulate.Expectation.Refused;
import io.minutebook.server.simulate.Expectation.Repeated;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A month as Kafka gets it: what follows from a record (a repeat, a correction, a conflict) comes after it,
 * and a late record after everything else. The month is gone through twice, so that no late record need be
 * remembered.
 */
final class Deliveries implements Iterator<Generated> {

    private static final long MOST_PLACES = 4_000;

    private final TrafficPlan plan;
    private final Population population;
    private final BadRecords badRecords;
    private final Outbox outbox = new Outbox();
    private boolean lateOnes;
    private MonthOfUsage usage;
    private Marks repeats;
    private Marks revisions;
    private Marks refusals;
    private long place;

    Deliveries(TrafficPlan plan, Population population) {
        this.plan = plan;
        this.population = population;
        this.badRecords = new BadRecords(plan, population);
        this.usage = new MonthOfUsage(plan, population);
        this.repeats = marks(About.REPEAT, plan.repeats());
        this.revisions = marks(About.REVISION, plan.revisions());
        this.refusals = marks(About.REFUSAL, plan.refusals());
    }

    @Override
    public boolean hasNext() {
        while (!outbox.isDue()) {
            if (usage.hasNext()) deliver(usage.next());
            else if (!outbox.isEmpty()) outbox.nextTurn();
            else if (lateOnes) return false;
            else startAgainForLateOnes();
        }
        return true;
    }

    @Override
    public Generated next() {
        if (!hasNext()) throw new NoSuchElementException();
        return outbox.take();
    }

    private void startAgainForLateOnes() {
        lateOnes = true;
        place = 0;
        usage = new MonthOfUsage(plan, population);
        repeats = marks(About.REPEAT, plan.repeats());
        revisions = marks(About.REVISION, plan.revisions());
        refusals = marks(About.REFUSAL, plan.refusals());
    }

    private Marks marks(About about, long marks) {
        return new Marks(plan.seed(), about, marks, plan.good());
    }

    private void deliver(ClosedUsage record) {
        var dice = Dice.of(plan.seed(), About.DELIVERY, place);
        boolean itsTurn = plan.late().takes(dice) == lateOnes;
        long held = plan.disorder().takes(dice) ? dice.between(1, MOST_PLACES) : 0;
        if (itsTurn) outbox.put(held, booked(record, record.minutes()));
        repeat(record, held, itsTurn, dice);
        correct(record, held, itsTurn, dice);
        spoil(record, held, itsTurn, dice);
        if (itsTurn) outbox.nextTurn();
        place++;
    }

    private void repeat(ClosedUsage record, long held, boolean itsTurn, Dice dice) {
        while (repeats.takeAt(place)) {
            if (itsTurn) outbox.put(held + places(dice), repeated(record, dice));
        }
    }

    private void correct(ClosedUsage record, long held, boolean itsTurn, Dice dice) {
        if (!record.canBeCorrected()) return;
        var latest = record;
        long after = held;
        while (revisions.takeAt(place)) {
            var corrected = latest.corrected();
            after += places(dice);
            if (itsTurn) outbox.put(after, booked(corrected, corrected.minutes() - latest.minutes()));
            latest = corrected;
        }
    }

    private void spoil(ClosedUsage record, long held, boolean itsTurn, Dice dice) {
        for (long number = refusals.given(); refusals.takeAt(place); number = refusals.given()) {
            if (BadRecords.reasonOf(number) == RecordRefusal.ID_CONFLICT) {
                if (itsTurn) outbox.put(held + places(dice), conflicting(record));
            } else if (!lateOnes) {
                long places = plan.disorder().takes(dice) ? places(dice) : 0;
                outbox.put(places, badRecords.bad(number, record.closedAt()));
            }
        }
    }

    /** Half of what follows is close behind. */
    private static long places(Dice dice) {
        return dice.inPercent(50) ? dice.between(1, 10) : dice.between(1, MOST_PLACES);
    }

    private static Generated booked(ClosedUsage record, long minutes) {
        return new Generated(record.accountId(), Wire.written(record), new Booked(record.meter(), minutes));
    }

    private static Generated repeated(ClosedUsage record, Dice dice) {
        var value = dice.inPercent(60) ? Wire.written(record) : Wire.writtenOtherwise(record, dice);
        return new Generated(record.accountId(), value, new Repeated());
    }

    private static Generated conflicting(ClosedUsage record) {
        var value = Wire.written(record.altered());
        return new Generated(record.accountId(), value, new Refused(RecordRefusal.ID_CONFLICT));
    }
}
