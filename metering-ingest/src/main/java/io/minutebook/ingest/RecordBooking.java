package io.minutebook.ingest;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.LedgerStreams;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Rating;
import io.minutebook.ingest.Corrections.Outcome;
import io.minutebook.ingest.record.Readable;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is done with records in a transaction of the ledger, however they got here: each is judged against what is
 * booked already, and what is accepted is booked.
 */
public final class RecordBooking {

    /** The tails of so many streams are in memory at a time. */
    private static final int STREAMS_AT_A_TIME = 100;

    private final CommandGateway commands;
    private final LedgerStreams streams;
    private final Rating rating;
    private final InstantSource clock;
    private final KnownAccounts accounts;
    private final UsageReceipts receipts;
    private final Corrections corrections;
    private final StoredMonths months;
    private final ErasableRecords erasable;

    /**
     * Works on the data source of the ledger's transactions.
     *
     * @param serializer reads the ledger's events
     */
    public RecordBooking(
            CommandGateway commands,
            LedgerStreams streams,
            Rating rating,
            JdbcTemplate template,
            Serializer serializer,
            InstantSource clock) {
        this.commands = commands;
        this.streams = streams;
        this.rating = rating;
        this.clock = clock;
        var jdbc = JdbcClient.create(template);
        this.accounts = new KnownAccounts(jdbc);
        this.receipts = new UsageReceipts(jdbc);
        this.corrections =
                new Corrections(receipts, new RefusedRecords(jdbc), new BookedUsage(jdbc, serializer));
        this.months = new StoredMonths(jdbc);
        this.erasable = new ErasableRecords(template);
    }

    /** The figures it is booked with if it is accepted in this transaction. */
    MeteredUsage rated(Readable readable) {
        return months.open().book(rating.rate(readable.record(), readable.meter()));
    }

    /** Claims the identities of what is accepted. */
    SortedBatch judge(Collection<Reading> readings) {
        var sorting = new BatchSorting(accounts.among(accountsOf(readings)));
        readings.forEach(sorting::add);
        return withCorrection(sorting.settle(receipts.claim(sorting.claims())));
    }

    private static Set<AccountId> accountsOf(Collection<Reading> readings) {
        var accounts = new HashSet<AccountId>();
        for (var reading : readings) {
            if (reading.decoded() instanceof Readable readable) accounts.add(readable.record().accountId());
        }
        return accounts;
    }

    /** Alone, a correction finds what it corrects either committed or not there. */
    private SortedBatch withCorrection(SortedBatch sorted) {
        var found = sorted.accepted().stream().filter(Claim::isCorrection).findFirst();
        if (found.isEmpty()) return sorted;
        if (sorted.accepted().size() > 1) throw new IllegalStateException("a correction is booked alone");
        var correction = found.get();
        return switch (corrections.supersede(correction)) {
            case Outcome.Accepted accepted -> sorted.replacing(accepted.replaced());
            case Outcome.Refused refused -> {
                receipts.release(correction.identity());
                yield SortedBatch.ofRefused(refused.delivery());
            }
        };
    }

    void store(SortedBatch sorted) {
        erasable.keep(sorted.accepted());
        var byStream = new UsageCommands(rating, months.open()).of(sorted, clock.instant());
        var ids = List.copyOf(byStream.keySet());
        for (int from = 0; from < ids.size(); from += STREAMS_AT_A_TIME) {
            send(byStream, ids.subList(from, Math.min(ids.size(), from + STREAMS_AT_A_TIME)));
        }
    }

    private void send(Map<String, List<Object>> byStream, List<String> ids) {
        streams.readAhead(ids);
        for (var id : ids) {
            for (var command : Objects.requireNonNull(byStream.get(id))) commands.sendAndWait(command);
        }
    }
}
