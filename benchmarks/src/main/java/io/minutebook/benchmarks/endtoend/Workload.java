package io.minutebook.benchmarks.endtoend;

import io.minutebook.billing.BusinessTime;
import io.minutebook.server.cli.Publication;
import io.minutebook.server.simulate.Generated;
import io.minutebook.server.simulate.Traffic;
import io.minutebook.server.simulate.TrafficPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Seeded calls of one month, as the simulator makes them, handed out piece by piece. */
final class Workload {

    private static final YearMonth MONTH = YearMonth.of(2025, 1);
    private static final YearMonth MONTH_BEFORE = MONTH.minusMonths(1);
    private static final long FIRST_ACCOUNT = 1_300_000_001L;

    private final List<TrafficPlan> plans;
    private final List<Iterator<Generated>> deliveries;
    private long given;

    private Workload(List<TrafficPlan> plans) {
        this.plans = plans;
        this.deliveries = plans.stream().map(plan -> Traffic.of(plan).iterator()).toList();
    }

    /** What the run publishes. */
    static Workload measured(Scenario scenario) {
        return of(scenario, scenario.published(), MONTH);
    }

    /** What the same accounts have used in the month before. */
    static Workload stored(Scenario scenario) {
        return of(scenario, scenario.storedEvents(), MONTH_BEFORE);
    }

    private static Workload of(Scenario scenario, long records, YearMonth month) {
        var plans = new ArrayList<TrafficPlan>();
        long ofMany = scenario.isHalfInOne() ? records - records / 2 : records;
        plans.add(TrafficPlan.calm(scenario.accounts(), FIRST_ACCOUNT, ofMany, month, scenario.seed()));
        if (scenario.isHalfInOne()) {
            long one = FIRST_ACCOUNT + scenario.accounts();
            plans.add(TrafficPlan.calm(1, one, records / 2, month, scenario.seed()));
        }
        return new Workload(plans);
    }

    /** When its packs are bought: before the first call of the month before. */
    static Instant opening() {
        return BusinessTime.startOf(MONTH_BEFORE.atDay(1)).minus(Duration.ofHours(1));
    }

    /** When the last call of the month before is over. */
    static Instant endOfStored() {
        return BusinessTime.startOf(MONTH.atDay(2));
    }

    /** When its last call is over. */
    static Instant end() {
        return BusinessTime.startOf(MONTH.plusMonths(1).atDay(2));
    }

    List<String> accounts() {
        return plans.stream()
                .flatMapToLong(plan -> LongStream.range(plan.firstAccount(), plan.firstAccount() + plan.accounts()))
                .mapToObj(Long::toString)
                .toList();
    }

    /** All its deliveries once more, in no particular order. */
    Stream<Generated> all() {
        return plans.stream().flatMap(plan -> Stream.generate(Traffic.of(plan).iterator()::next).limit(plan.records()));
    }

    /** Puts the next records on Kafka, all acknowledged. */
    void publish(BenchLedger ledger, long records) {
        try (var publication = new Publication(ledger.kafka(), BenchLedger.TOPIC)) {
            for (long sent = 0; sent < records; sent++) send(publication);
            acknowledged(publication);
        }
    }

    void send(Publication publication) {
        var next = next();
        publication.publish(next.key().getBytes(StandardCharsets.UTF_8), next.value());
    }

    /** One of each plan in turn. */
    Generated next() {
        return deliveries.get((int) (given++ % deliveries.size())).next();
    }

    static void acknowledged(Publication publication) {
        publication.awaitAll();
        if (!publication.isComplete()) throw new IllegalStateException("Kafka did not take all records");
    }
}
