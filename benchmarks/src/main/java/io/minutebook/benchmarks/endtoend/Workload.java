package io.minutebook.benchmarks.endtoend;

import io.minutebook.billing.BusinessTime;
import io.minutebook.server.cli.Publication;
import io.minutebook.server.simulate.Generated;
import io.minutebook.server.simulate.Preparation;
import io.minutebook.server.simulate.Traffic;
import io.minutebook.server.simulate.TrafficPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Iterator;

/** Seeded calls of one month, as the simulator makes them, handed out piece by piece. */
final class Workload {

    private static final YearMonth MONTH = YearMonth.of(2025, 1);
    private static final long FIRST_ACCOUNT = 1_300_000_001L;

    private final TrafficPlan plan;
    private final Iterator<Generated> deliveries;

    Workload(int accounts, long records, long seed) {
        this.plan = TrafficPlan.calm(accounts, FIRST_ACCOUNT, records, MONTH, seed);
        this.deliveries = Traffic.of(plan).iterator();
    }

    /** When its packs are bought: before its first call. */
    static Instant opening() {
        return BusinessTime.startOf(MONTH.atDay(1)).minus(Duration.ofHours(1));
    }

    /** When its last call is over. */
    static Instant end() {
        return BusinessTime.startOf(MONTH.plusMonths(1).atDay(2));
    }

    /** Registers its accounts, each with funds and with packs for about nine tenths of its minutes. */
    void prepare(BenchLedger ledger) throws IOException {
        Preparation.prepare(plan, Traffic.of(plan), ledger.url(), ledger.operatorKey(), System.err);
    }

    /** Puts the next records on Kafka, all acknowledged. */
    void publish(BenchLedger ledger, long records) {
        try (var publication = new Publication(ledger.kafka(), BenchLedger.TOPIC)) {
            for (long sent = 0; sent < records; sent++) send(publication);
            acknowledged(publication);
        }
    }

    void send(Publication publication) {
        var next = deliveries.next();
        publication.publish(next.key().getBytes(StandardCharsets.UTF_8), next.value());
    }

    static void acknowledged(Publication publication) {
        publication.awaitAll();
        if (!publication.isComplete()) throw new IllegalStateException("Kafka did not take all records");
    }
}
