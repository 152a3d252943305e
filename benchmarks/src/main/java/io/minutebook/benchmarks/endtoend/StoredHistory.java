package io.minutebook.benchmarks.endtoend;

import io.minutebook.billing.Provenance;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Readable;
import io.minutebook.postgres.CopiedRows;
import io.minutebook.server.simulate.Generated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Puts usage into a ledger as if it had been booked from an earlier topic: decoded, metered and drawn by the ledger's own
 * code and written by its own event storage, in large batches and without Kafka and command handling. Its receipts,
 * offsets, numbers of people and snapshots are those of a real ledger; records as received are left out, as if their
 * retention were over.
 */
final class StoredHistory {

    private static final String TOPIC = "usage-records-before";
    private static final Map<String, String> ACTOR = Map.of(Provenance.ACTOR, "system:ingest");
    private static final int EVENTS_AT_ONCE = 10_000;
    /** Read models that are not further behind need not read the events back. */
    private static final int FURTHEST_AHEAD = 10_000;

    private static final int SHOWN_EVERY = 200_000;

    private static final String ADVANCE =
            """
            insert into ingest_offset as place (topic, partition, topic_id, next_offset, received, accepted)
            values (?, ?, ?, ?, ?, ?)
            on conflict (topic, partition) do update
            set next_offset = excluded.next_offset, received = excluded.received, accepted = excluded.accepted""";

    private final BenchLedger ledger;
    private final Workload workload;
    private final StoredStreams streams;
    private final UUID topicId = UUID.randomUUID();
    /** By partition. */
    private final long[] nextOffsets;

    private final Instant now = Workload.endOfStored();

    StoredHistory(BenchLedger ledger, Scenario scenario) {
        this.ledger = ledger;
        this.workload = Workload.stored(scenario);
        this.streams = StoredStreams.of(ledger);
        this.nextOffsets = new long[scenario.partitions()];
    }

    /** What one transaction books, and where each partition stands after it. */
    private record Batch(List<DomainEventMessage<?>> events, List<Readable> records, List<Long> nextOffsets) {}

    /** One batch is made while the one before is written. */
    void store(long events) throws InterruptedException {
        var progress = new Progress(ledger.jdbc());
        try (var writer = Executors.newSingleThreadExecutor()) {
            var written = CompletableFuture.runAsync(() -> {}, writer);
            for (long done = 0; done < events; done += EVENTS_AT_ONCE) {
                var batch = batch((int) Math.min(EVENTS_AT_ONCE, events - done));
                written.join();
                progress.awaitVisible(progress.lastPosition() - FURTHEST_AHEAD);
                written = CompletableFuture.runAsync(() -> write(batch), writer);
                if (done % SHOWN_EVERY == 0) System.err.printf("%d of %d stored%n", done, events);
            }
            written.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("history could not be stored", failed.getCause());
        }
        streams.storeSnapshots(ledger.jdbcTemplate(), now);
    }

    private Batch batch(int size) {
        var events = new ArrayList<DomainEventMessage<?>>(size);
        var records = new ArrayList<Readable>(size);
        for (int i = 0; i < size; i++) add(workload.next(), events, records);
        return new Batch(events, records, Arrays.stream(nextOffsets).boxed().toList());
    }

    private void add(Generated generated, List<DomainEventMessage<?>> events, List<Readable> records) {
        int partition = Math.floorMod(generated.key().hashCode(), nextOffsets.length);
        var key = generated.key().getBytes(StandardCharsets.UTF_8);
        var delivery = new Delivery(
                TOPIC, partition, nextOffsets[partition]++, key, generated.value(), List.of(), now);
        if (!(ledger.decoder().decode(delivery, now) instanceof Readable readable)) {
            throw new IllegalStateException("a record that was to be stored was refused");
        }
        var usage = MeteredUsage.of(readable.record(), readable.meter());
        events.add(streams.booked(new DeliveredUsage(usage, TOPIC, partition, delivery.offset())));
        records.add(readable);
    }

    private void write(Batch batch) {
        var _ = ledger.transactions().inOne(ACTOR, () -> {
            claim(batch.records);
            ledger.storage().appendEvents(batch.events);
            keepNumbers(batch.records);
            for (int partition = 0; partition < nextOffsets.length; partition++) advance(partition, batch);
            return batch.events.size();
        });
    }

    private void claim(List<Readable> records) {
        long drawn = ledger.jdbc().sql("select last_value from ledger_position").query(Long.class).single();
        var receipts = new CopiedRows("usage_receipt", List.of("identity", "content", "position_from"));
        for (var record : records) receipts.row().uuid(record.identity()).uuid(record.content()).int8(drawn);
        receipts.write(ledger.jdbcTemplate());
    }

    private void keepNumbers(List<Readable> records) {
        var rows = new CopiedRows("call_party", List.of("identity", "account_id", "caller", "callee", "ended_at"));
        for (var record : records) {
            var numbers = record.numbers();
            if (numbers.caller() == null && numbers.callee() == null) continue;
            rows.row()
                    .uuid(record.identity())
                    .text(record.record().accountId().value())
                    .text(numbers.caller())
                    .text(numbers.callee())
                    .instant(record.record().endedAt());
        }
        rows.write(ledger.jdbcTemplate());
    }

    private void advance(int partition, Batch batch) {
        long next = batch.nextOffsets.get(partition);
        ledger.jdbcTemplate().update(ADVANCE, TOPIC, partition, topicId, next, next, next);
    }
}
