package io.minutebook.server.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.billing.AccountId;
import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.catalogue.ListedPromotion;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.orders.OrderDesk;
import io.minutebook.billing.orders.Pricing;
import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.billing.packs.GrantPack;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.Rating;
import io.minutebook.ingest.BatchBooking;
import io.minutebook.ingest.DeadLetter;
import io.minutebook.ingest.DeadLetterDesk;
import io.minutebook.ingest.DeadLetterFilter;
import io.minutebook.ingest.DeadLetterMirror;
import io.minutebook.ingest.DeadLetters;
import io.minutebook.ingest.IngestNode;
import io.minutebook.ingest.IngestProgress;
import io.minutebook.ingest.IngestSettings;
import io.minutebook.ingest.PartitionBatch;
import io.minutebook.ingest.PausedPartitions;
import io.minutebook.ingest.RecordBooking;
import io.minutebook.ingest.Tally;
import io.minutebook.ingest.Topics;
import io.minutebook.ingest.record.NumberPrivacy;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.server.store.LedgerAxon;
import io.minutebook.server.store.LedgerEventStorage;
import io.minutebook.server.store.LedgerSerializer;
import io.minutebook.server.store.PostgresTransactions;
import io.minutebook.server.store.SequenceIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;

/** A ledger on a database of its own with what ingest needs and no more; one account is registered. */
final class IngestLedger implements AutoCloseable {

    static final String TOPIC = "usage-records";
    private static final int ALL = Integer.MAX_VALUE;

    static final UUID TOPIC_ID = new UUID(1, 2);

    final JdbcClient jdbc;
    final BatchBooking booking;
    final DeadLetterDesk desk;

    /** The ledger's clock. */
    volatile Instant now = Calls.NOW;

    /** Transactions of ingest that did not come about. */
    final AtomicInteger failures = new AtomicInteger();

    /** So many batches with records are booked and taken for failed. */
    final AtomicInteger answersToLose = new AtomicInteger();

    private final InstantSource clock = () -> now;
    private final ExecutorService snapshots = Executors.newSingleThreadExecutor();
    private final HikariDataSource source;
    private final PostgresTransactions transactions;
    private final Configuration axon;

    IngestLedger(String databaseUrl) {
        this(databaseUrl, PriceBookFile.shipped());
    }

    IngestLedger(String databaseUrl, PriceBook priceBook) {
        source = new HikariDataSource(poolOf(databaseUrl));
        var template = new JdbcTemplate(source);
        jdbc = JdbcClient.create(template);
        transactions = new PostgresTransactions(new JdbcTransactionManager(source), template);
        var serializer = LedgerSerializer.create();
        var versions = Map.of(Provenance.PRICE_BOOK_VERSION, priceBook.version());
        var storage = new LedgerEventStorage(source, serializer, clock, versions, new FreshEvents());
        var pricing = new Pricing(priceBook);
        axon = LedgerAxon.configurer(storage, serializer, snapshots)
                .registerCommandHandler(parts ->
                        new OrderDesk(pricing, new SequenceIds(template), parts.commandGateway()))
                .start();
        var decoder = new RecordDecoder(new NumberPrivacy("a key for tests only".getBytes(UTF_8)));
        var rating = new Rating(new ListedPromotion(priceBook));
        var records = new RecordBooking(axon.commandGateway(), storage, rating, template, serializer, clock);
        booking = new BatchBooking(new Counting(), records, decoder, template, clock);
        desk = new DeadLetterDesk(new Counting(), records, decoder, template, clock);
        register(Calls.ACCOUNT);
    }

    private static HikariConfig poolOf(String databaseUrl) {
        var config = new HikariConfig();
        config.setJdbcUrl(databaseUrl);
        config.setConnectionTimeout(1_000);
        return config;
    }

    void register(AccountId account) {
        transactions.inOne(
                Map.of(), () -> axon.commandGateway().sendAndWait(new RegisterAccount(account, "Acme", "entity-1")));
    }

    /** Brings all read models up to the last event, as of a ledger that nobody writes to. */
    void project() {
        var template = new JdbcTemplate(source);
        var batches = Projections.ALL.stream().map(Projection::begin).toList();
        for (var event : events().walk(0).next(Long.MAX_VALUE, ALL).events()) {
            batches.forEach(batch -> {
                batch.at(event.position());
                batch.add(event.fact());
            });
        }
        batches.forEach(batch -> batch.write(template));
        template.update("update projection_position set position = (select max(position) from ledger_event)");
    }

    Packs packs() {
        return new Packs(source, events());
    }

    private LedgerEvents events() {
        return new LedgerEvents(source, LedgerSerializer.create(), NoOpEventUpcaster.INSTANCE);
    }

    DataSource dataSource() {
        return source;
    }

    String url() {
        return source.getJdbcUrl();
    }

    /** Sends a command in a transaction of its own. */
    Object send(Object command) {
        return transactions.inOne(Map.of(), () -> axon.commandGateway().sendAndWait(command));
    }

    /** Minutes for landline calls of the one account, bought half a month before the calls. */
    void grant(String packId, long minutes, Instant validUntil) {
        var pack = new GrantPack(
                Calls.ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId(packId), new ProductCode("landline-outbound-custom"),
                new Minutes(minutes), UnitPrice.of("0.15"), Calls.BOUGHT, validUntil, new OrderId("O1"));
        transactions.inOne(Map.of(), () -> axon.commandGateway().sendAndWait(pack));
    }

    PausedPartitions pausedPartitions(IngestSettings settings, Topics topics) {
        return new PausedPartitions(transactions, jdbc, topics, settings.topic(), clock);
    }

    DeadLetterMirror mirror(IngestSettings settings) {
        return new DeadLetterMirror(new JdbcTemplate(source), settings);
    }

    /** From now on this one record makes its draw fail, as a fault of ours would. */
    void failOn(String recordId) {
        axon.commandBus().registerDispatchInterceptor(_ -> (_, command) -> {
            if (draws(command, recordId)) throw new IllegalStateException("a fault of ours");
            return command;
        });
    }

    private static boolean draws(CommandMessage<?> command, String recordId) {
        return command.getPayload() instanceof DrawMinutes draw
                && draw.usages().stream().anyMatch(usage -> usage.usage().record().id().id().equals(recordId));
    }

    /** Books values as if they lay on a partition from that offset on. */
    Tally book(int partition, long offset, List<byte[]> values) {
        return booking.book(batch(partition, offset, values));
    }

    static PartitionBatch batch(int partition, long offset, List<byte[]> values) {
        var deliveries = IntStream.range(0, values.size())
                .mapToObj(i -> Calls.delivery(TOPIC, partition, offset + i, values.get(i)))
                .toList();
        return new PartitionBatch(TOPIC, partition, TOPIC_ID, offset, offset + values.size(), 0, deliveries);
    }

    /** A partition that stands at an offset, without a consumer. */
    void partitionAt(int partition, long offset) {
        jdbc.sql("insert into ingest_offset (topic, partition, topic_id, next_offset) values (?, ?, ?, ?)")
                .params(TOPIC, partition, TOPIC_ID, offset)
                .update();
    }

    IngestNode node(IngestSettings settings, Topics topics) {
        return new IngestNode(settings, topics, booking, jdbc, clock);
    }

    IngestProgress progress(IngestSettings settings, Topics topics) {
        return new IngestProgress(jdbc, topics, settings.topic());
    }

    DeadLetters deadLetters() {
        return new DeadLetters(jdbc);
    }

    List<DeadLetter> refused() {
        return deadLetters().list(DeadLetterFilter.ALL, null, 1_000).items();
    }

    /** Record ids of all draws in the order of the ledger. */
    List<String> drawnRecords() {
        return jdbc.sql("select metadata ->> 'record' from ledger_event where event_type = ? order by position")
                .param("packs.minutes-drawn")
                .query((row, _) -> row.getString(1))
                .list();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    static IngestSettings settings(String kafka, String topic) {
        return settings(kafka, topic, topic + ".dlq");
    }

    static IngestSettings settings(String kafka, String topic, String deadLetterTopic) {
        return new IngestSettings(
                kafka, topic, deadLetterTopic, 2, 50, Duration.ofMillis(50), Duration.ofSeconds(10));
    }

    private final class Counting implements LedgerTransactions {
        @Override
        public <T> T inOne(Map<String, ?> provenance, Supplier<T> work) {
            try {
                var result = transactions.inOne(provenance, work);
                boolean isOfRecords = result instanceof Tally tally && tally.received() > 0;
                if (!isOfRecords || answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) == 0) return result;
                throw new TransactionSystemException("the answer to the commit was lost");
            } catch (RuntimeException e) {
                failures.incrementAndGet();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        snapshots.close();
        axon.shutdown();
        source.close();
    }
}
