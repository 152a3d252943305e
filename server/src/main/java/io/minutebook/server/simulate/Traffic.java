package io.minutebook.server.simulate;

import java.util.Iterator;
import java.util.List;

/**
 * The usage of a month as planned: gone through as often as wanted, always the same, never held in memory.
 */
public final class Traffic implements Iterable<Generated> {

    private final TrafficPlan plan;
    private final Population population;

    private Traffic(TrafficPlan plan) {
        this.plan = plan;
        this.population = new Population(plan);
    }

    public static Traffic of(TrafficPlan plan) {
        return new Traffic(plan);
    }

    @Override
    public Iterator<Generated> iterator() {
        return new Deliveries(plan, population);
    }

    /** The minutes that each account will use. */
    Demand demand() {
        var demand = new Demand();
        new MonthOfUsage(plan, population).forEachRemaining(demand::add);
        return demand;
    }

    List<AccountProfile> accounts() {
        return population.all();
    }
}
