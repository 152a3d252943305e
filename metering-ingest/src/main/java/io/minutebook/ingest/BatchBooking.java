package io.minutebook.ingest;

import static io.minutebook.ingest.record.RecordRefusal.PROCESSING_FAILED;

import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import io.minutebook.ingest.record.Decoded;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.ingest.record.Unreadable;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Books a batch in one transaction: every delivery ends as exactly one event, one dead letter or one counted
 * duplicate, and the partition's offset moves with them. Locks are taken in one order everywhere: the offset,
 * the receipts by identity, then the streams by name.
 */
public final class BatchBooking {

    private static final Map<String, String> BY_INGEST = Map.of(Provenance.ACTOR, "system:ingest");

    private final LedgerTransactions transactions;
    private final RecordBooking records;
    private final RecordDecoder decoder;
    private final InstantSource clock;
    private final IngestOffsets offsets;
    private final DeadLetterBox deadLetters;

    /** The template works on the data source whose transactions the ledger's are. */
    public BatchBooking(
            LedgerTransactions transactions,
            RecordBooking records,
            RecordDecoder decoder,
            JdbcTemplate template,
            InstantSource clock) {
        this.transactions = transactions;
        this.records = records;
        this.decoder = decoder;
        this.clock = clock;
        this.offsets = new IngestOffsets(JdbcClient.create(template));
        this.deadLetters = new DeadLetterBox(template);
    }

    /**
     * Books a batch part by part; {@link FencedOff} if the partition is elsewhere by now. What the parts before
     * a failure have booked stays booked.
     */
    public Tally book(PartitionBatch batch) {
        var tally = Tally.NONE;
        for (var part : read(batch)) tally = tally.plus(book(part));
        return tally;
    }

    /** The parts of the batch that are booked one after the other. */
    List<ReadBatch> read(PartitionBatch batch) {
        var now = clock.instant();
        var readings = batch.deliveries().stream()
                .map(delivery -> new Reading(delivery, decoder.decode(delivery, now)))
                .toList();
        return new ReadBatch(batch, readings).parts();
    }

    /** Books all of the part or, by throwing, none of it. */
    Tally book(ReadBatch part) {
        return transactions.inOne(BY_INGEST, () -> {
            offsets.fence(part.batch());
            var sorted = records.judge(part.readings());
            offsets.advance(part.batch(), sorted.tally());
            deadLetters.take(sorted);
            records.store(sorted);
            return sorted.tally();
        });
    }

    /** Sets a record that keeps failing by our own fault aside as a dead letter; the batch holds it alone. */
    public Tally setAside(PartitionBatch batch, RuntimeException failure) {
        var delivery = batch.deliveries().getFirst();
        var refusal = OwnFault.refusalOf(decodedAgain(delivery), failure);
        return book(new ReadBatch(batch, List.of(new Reading(delivery, refusal))));
    }

    /** Decoding may be the very thing that fails. */
    private Decoded decodedAgain(Delivery delivery) {
        try {
            return decoder.decode(delivery, clock.instant());
        } catch (RuntimeException _) {
            return new Unreadable(PROCESSING_FAILED, "", null, null, null, null, null);
        }
    }
}
