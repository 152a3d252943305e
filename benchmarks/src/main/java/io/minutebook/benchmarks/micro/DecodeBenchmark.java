package io.minutebook.benchmarks.micro;

import io.minutebook.ingest.record.Decoded;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Header;
import io.minutebook.ingest.record.NumberPrivacy;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the bytes of a record to what the ledger books, beside Jackson's plain reading of the same bytes as a tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBenchmark {

    private static final int RECORDS = 1_000;
    private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");
    private static final long SEED = 1;

    private final List<Delivery> deliveries = new ArrayList<>();
    private final RecordDecoder decoder = new RecordDecoder(new NumberPrivacy(new byte[32]));
    private final JsonMapper json = JsonMapper.shared();
    private int next;

    public DecodeBenchmark() {
        var contentType = new Header("content-type", "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII));
        var plan = TrafficPlan.calm(100, 1_300_000_001L, RECORDS, YearMonth.of(2025, 1), SEED);
        for (var generated : Traffic.of(plan)) {
            var key = generated.key().getBytes(StandardCharsets.UTF_8);
            deliveries.add(new Delivery(
                    "usage-records", 0, deliveries.size(), key, generated.value(), List.of(contentType), NOW));
        }
    }

    private Delivery next() {
        next = (next + 1) % RECORDS;
        return deliveries.get(next);
    }

    @Benchmark
    public Decoded decode() {
        return decoder.decode(next(), NOW);
    }

    @Benchmark
    public JsonNode readAsTreeBaseline() {
        return json.readTree(next().value());
    }
}
