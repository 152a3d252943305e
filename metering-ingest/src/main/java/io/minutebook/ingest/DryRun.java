package io.minutebook.ingest;

import io.minutebook.billing.LedgerTransactions;
import io.minutebook.ingest.Forecast.Outcome;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Header;
import io.minutebook.ingest.record.Readable;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.ingest.record.Unreadable;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what would become of a record if it were delivered now. It is judged as every record is before it is
 * booked, in a transaction that is always rolled back: nothing is booked, claimed or kept.
 */
public final class DryRun {

    /** It lies nowhere on Kafka. */
    private static final String NO_TOPIC = "";

    private final LedgerTransactions transactions;
    private final RecordBooking records;
    private final RecordDecoder decoder;
    private final InstantSource clock;

    public DryRun(
            LedgerTransactions transactions,
            RecordBooking records,
            RecordDecoder decoder,
            InstantSource clock) {
        this.transactions = transactions;
        this.records = records;
        this.decoder = decoder;
        this.clock = clock;
    }

    /** Takes the record's parts as they would lie on Kafka, to the byte. */
    public Forecast of(byte @Nullable [] key, byte[] value, List<Header> headers) {
        var now = clock.instant();
        var delivery = new Delivery(NO_TOPIC, 0, 0, key, value, headers, now);
        return switch (decoder.decode(delivery, now)) {
            case Unreadable refusal -> Forecast.refused(refusal);
            case Readable readable -> judged(new Reading(delivery, readable), readable);
        };
    }

    private Forecast judged(Reading reading, Readable readable) {
        try {
            return transactions.inOne(Map.of(), () -> {
                throw new RolledBack(forecast(readable, records.judge(List.of(reading))));
            });
        } catch (RolledBack done) {
            return done.forecast;
        }
    }

    private Forecast forecast(Readable readable, SortedBatch sorted) {
        if (!sorted.refused().isEmpty()) return Forecast.refused(sorted.refused().getFirst().refusal());
        var outcome = sorted.duplicates() > 0 ? Outcome.DUPLICATE : Outcome.ACCEPTED;
        return Forecast.booked(outcome, records.rated(readable));
    }

    /** Ends the transaction and carries the outcome out of it. */
    private static final class RolledBack extends RuntimeException {
        private final transient Forecast forecast;

        RolledBack(Forecast forecast) {
            super(null, null, false, false);
            this.forecast = forecast;
        }
    }
}
