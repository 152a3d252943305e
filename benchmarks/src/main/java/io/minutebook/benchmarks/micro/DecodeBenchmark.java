package io.minutebook.benchmarks.micro;

import io.minutebook.ingest.record.Decoded;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.RecordDecoder;
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

    private final List<Delivery> deliveries = Simulated.deliveries();
    private final RecordDecoder decoder = Simulated.decoder();
    private final JsonMapper json = JsonMapper.shared();
    private int next;

    private Delivery next() {
        next = (next + 1) % deliveries.size();
        return deliveries.get(next);
    }

    @Benchmark
    public Decoded decode() {
        return decoder.decode(next(), Simulated.NOW);
    }

    @Benchmark
    public JsonNode readAsTreeBaseline() {
        return json.readTree(next().value());
    }
}
