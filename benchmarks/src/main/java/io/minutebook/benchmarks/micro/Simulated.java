package io.minutebook.benchmarks.micro;

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

/** The same thousand seeded records for each benchmark, as Kafka would hand them over. */
final class Simulated {

    static final int RECORDS = 1_000;
    static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");
    private static final long SEED = 1;

    private Simulated() {}

    static RecordDecoder decoder() {
        return new RecordDecoder(new NumberPrivacy(new byte[32]));
    }

    static List<Delivery> deliveries() {
        var contentType = new Header("content-type", "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII));
        var deliveries = new ArrayList<Delivery>();
        for (var generated : Traffic.of(TrafficPlan.calm(100, 1_300_000_001L, RECORDS, YearMonth.of(2025, 1), SEED))) {
            var key = generated.key().getBytes(StandardCharsets.UTF_8);
            deliveries.add(new Delivery(
                    "usage-records", 0, deliveries.size(), key, generated.value(), List.of(contentType), NOW));
        }
        return deliveries;
    }
}
