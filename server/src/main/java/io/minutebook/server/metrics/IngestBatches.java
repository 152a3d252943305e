package io.minutebook.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.minutebook.ingest.BatchWatch;
import io.minutebook.ingest.FencedOff;
import io.minutebook.ingest.PartitionBatch;
import io.minutebook.ingest.Tally;
import io.minutebook.server.tracing.RecordLinks;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Measures the batches that this process books: how long, how large, and how often it was fenced off. */
@Component
class IngestBatches implements BatchWatch {

    private final ObservationRegistry observations;
    private final DistributionSummary sizes;
    private final Counter fencedOff;

    IngestBatches(ObservationRegistry observations, MeterRegistry meters) {
        this.observations = observations;
        this.sizes = DistributionSummary.builder("minutebook.ingest.batch.records")
                .baseUnit("records")
                .description("Records in a batch that was booked by this process")
                .serviceLevelObjectives(1, 10, 100, 1_000, 2_000)
                .register(meters);
        this.fencedOff = Counter.builder("minutebook.ingest.fenced.off")
                .description("Batches of this process that wrote nothing because the partition was booked elsewhere")
                .register(meters);
    }

    @Override
    public Tally watch(PartitionBatch batch, Supplier<Tally> booking) {
        return Observation.createNotStarted("minutebook.ingest.batch", observations)
                .contextualName("ingest batch")
                .highCardinalityKeyValue("messaging.system", "kafka")
                .highCardinalityKeyValue("messaging.destination.name", batch.topic())
                .highCardinalityKeyValue("messaging.destination.partition.id", Integer.toString(batch.partition()))
                .highCardinalityKeyValue("messaging.kafka.offset", Long.toString(batch.expectedOffset()))
                .highCardinalityKeyValue(
                        "messaging.batch.message_count", Integer.toString(batch.deliveries().size()))
                .observe(() -> booked(batch, booking));
    }

    private Tally booked(PartitionBatch batch, Supplier<Tally> booking) {
        RecordLinks.add(batch.deliveries());
        try {
            var tally = booking.get();
            sizes.record(tally.received());
            return tally;
        } catch (FencedOff elsewhere) {
            fencedOff.increment();
            throw elsewhere;
        }
    }
}
