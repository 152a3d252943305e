package io.minutebook.benchmarks.micro;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Routing;
import io.minutebook.billing.usage.UsageRecord;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Header;
import io.minutebook.ingest.record.NumberPrivacy;
import io.minutebook.ingest.record.Readable;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.server.simulate.Traffic;
import io.minutebook.server.simulate.TrafficPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Routing a record to its meter, rounding it to started minutes, drawing those from packs, and the pool that is left. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DrawBenchmark {

    private static final int RECORDS = 1_000;
    private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");
    private static final long SEED = 1;
    private static final long PLENTY = 1_000_000_000L;

    private final List<UsageRecord> records = new ArrayList<>();
    private final PackPool full = pool();
    private PackPool pool = full;
    private int next;

    public DrawBenchmark() {
        var contentType = new Header("content-type", "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII));
        var decoder = new RecordDecoder(new NumberPrivacy(new byte[32]));
        for (var generated : Traffic.of(TrafficPlan.calm(100, 1_300_000_001L, RECORDS, YearMonth.of(2025, 1), SEED))) {
            var key = generated.key().getBytes(StandardCharsets.UTF_8);
            var delivery = new Delivery("usage-records", 0, 0, key, generated.value(), List.of(contentType), NOW);
            if (decoder.decode(delivery, NOW) instanceof Readable readable) records.add(readable.record());
        }
    }

    /** Three packs, the first of which is soon empty. */
    private static PackPool pool() {
        var pool = PackPool.EMPTY;
        for (int pack = 1; pack <= 3; pack++) {
            pool = pool.evolve(new PackGranted(
                    new AccountId("1300000001"),
                    Meter.LANDLINE_OUTBOUND,
                    new PackId("P" + pack),
                    new ProductCode("landline-outbound-custom"),
                    new Minutes(pack == 1 ? 10 : PLENTY),
                    UnitPrice.of("0.142"),
                    Instant.parse("2024-12-01T00:00:00Z"),
                    Instant.parse("2025-12-01T00:00:00Z").plusSeconds(pack),
                    new OrderId("O1")));
        }
        return pool;
    }

    @Benchmark
    public PackPool routeRoundDraw() {
        next++;
        if (next % RECORDS == 0) pool = full;
        var record = records.get(next % records.size());
        var usage = MeteredUsage.of(record, Routing.meterOf(record).orElse(Meter.UNMETERED));
        MinutesDrawn drawn = pool.draw(usage);
        pool = pool.evolve(drawn);
        return pool;
    }
}
