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
import io.minutebook.ingest.record.Readable;
import java.time.Instant;
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

    private static final long PLENTY = 1_000_000_000L;

    private final List<UsageRecord> records = new ArrayList<>();
    private final PackPool full = pool();
    private PackPool pool = full;
    private int next;

    public DrawBenchmark() {
        var decoder = Simulated.decoder();
        for (var delivery : Simulated.deliveries()) {
            if (decoder.decode(delivery, Simulated.NOW) instanceof Readable readable) records.add(readable.record());
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
        if (next % records.size() == 0) pool = full;
        var record = records.get(next % records.size());
        var usage = MeteredUsage.of(record, Routing.meterOf(record).orElse(Meter.UNMETERED));
        MinutesDrawn drawn = pool.draw(usage);
        pool = pool.evolve(drawn);
        return pool;
    }
}
