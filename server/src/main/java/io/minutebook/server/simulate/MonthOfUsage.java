package io.minutebook.server.simulate;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The good records of a month, each once, about in the order in which they close; every one closes in the
 * month.
 */
final class MonthOfUsage implements Iterator<ClosedUsage> {

    private static final int REACHING_OVER = 10;

    private final TrafficPlan plan;
    private final Population population;
    private final MonthShape shape;
    private final String tag;
    private final PriorityQueue<ClosedUsage> open =
            new PriorityQueue<>(comparing(ClosedUsage::closedAt).thenComparing(ClosedUsage::recordId));
    private long sessions;
    private long begun;
    private Instant nextBegins;
    private Dice nextDice;

    MonthOfUsage(TrafficPlan plan, Population population) {
        this.plan = plan;
        this.population = population;
        this.shape = new MonthShape(plan.month());
        this.tag = "%s-%s-".formatted(plan.month(), plan.tag());
        this.nextDice = sessionDice();
        this.nextBegins = shape.beginningOf(0, plan.good(), nextDice);
    }

    @Override
    public boolean hasNext() {
        while (begun < plan.good() && (open.isEmpty() || open.peek().closedAt().isAfter(nextBegins))) begin();
        return !open.isEmpty();
    }

    @Override
    public ClosedUsage next() {
        if (!hasNext()) throw new NoSuchElementException();
        return open.remove();
    }

    private void begin() {
        var account = population.pick(nextDice);
        long seed = nextDice.below(Long.MAX_VALUE);
        var records = inTheMonth(account, tag + sessions, seed);
        for (var record : records.subList(0, (int) Math.min(records.size(), plan.good() - begun))) {
            open.add(record);
            begun++;
        }
        sessions++;
        nextDice = sessionDice();
        nextBegins = shape.beginningOf(Math.min(begun, plan.good() - 1), plan.good(), nextDice);
    }

    /** The first contacts reach over from the month before; what would end after the month begins earlier. */
    private List<ClosedUsage> inTheMonth(AccountProfile account, String sessionId, long seed) {
        var records = Conversation.of(account, sessionId, nextBegins, sessionDice(seed));
        var first = records.stream().map(ClosedUsage::closedAt).min(Comparator.naturalOrder()).orElseThrow();
        var last = records.stream().map(ClosedUsage::closedAt).max(Comparator.naturalOrder()).orElseThrow();
        var shift = Duration.ZERO;
        if (sessions < REACHING_OVER) shift = Duration.between(first, shape.from());
        if (!last.plus(shift).isBefore(shape.until())) {
            shift = Duration.between(last, shape.until().minusMillis(1));
        }
        if (shift.isZero()) return records;
        return Conversation.of(account, sessionId, nextBegins.plus(shift), sessionDice(seed));
    }

    private Dice sessionDice() {
        return sessionDice(sessions);
    }

    private Dice sessionDice(long number) {
        return Dice.of(plan.seed(), Dice.About.SESSION, number);
    }
}
