package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static io.minutebook.server.reporting.Facts.BOUGHT;
import static io.minutebook.server.reporting.Facts.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.account.VoucherUse;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.LedgerTimes;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.reporting.history.AccountReplay;
import io.minutebook.reporting.history.Past;
import io.minutebook.reporting.packs.PackHistory;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.projections.LiveProjections;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.projections.ReachedPositions;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.reporting.replay.ReplayWorker;
import io.minutebook.reporting.replay.Replays;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.server.store.LedgerSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A ledger with one account's history, the read models kept of it, and what its tests ask of both. */
final class ReadModels implements AutoCloseable {

    static final Instant CALL_ENDED = Instant.parse("2025-01-31T15:59:59.999Z");
    static final Instant NOW = Instant.parse("2025-02-01T00:00:00Z");

    private final LedgerDatabase ledger = LedgerDatabase.create();
    private final SettledIndex settledIndex = new SettledIndex(ledger.dataSource());
    private final LedgerEvents events =
            new LedgerEvents(ledger.dataSource(), LedgerSerializer.create(), NoOpEventUpcaster.INSTANCE);
    private final ReachedPositions reached = new ReachedPositions();
    private final ReadBarrier barrier = barrier(Duration.ofSeconds(60));
    private final List<LiveProjections> running = new ArrayList<>();

    ReadModels() {
        settledIndex.start();
    }

    DataSource dataSource() {
        return ledger.dataSource();
    }

    JdbcTemplate jdbc() {
        return ledger.jdbc();
    }

    /** Until they show all that is stored. */
    void awaitAll() {
        barrier.await(barrier.head());
    }

    long head() {
        return barrier.head();
    }

    long settled() {
        return settledIndex.settled();
    }

    SettledLedger settledLedger() {
        return LedgerReader.settled(ledger, settledIndex, new FreshEvents());
    }

    void endFirst() {
        running.removeFirst().close();
    }

    @Override
    public void close() {
        running.forEach(LiveProjections::close);
        settledIndex.close();
        ledger.close();
    }

    void replayAll() {
        var replays = new Replays(ledger.dataSource());
        try (var worker = new ReplayWorker(ledger.dataSource(), events, Projections.ALL, 100)) {
            worker.start();
            var ids = Projections.ALL.stream()
                    .map(projection -> replays.request(projection.name(), "test").id())
                    .toList();
            for (var id : ids) {
                await().atMost(Duration.ofSeconds(60)).until(() -> !replays.find(id).orElseThrow().isOpen());
                assertThat(replays.find(id).orElseThrow().error()).isNull();
            }
        }
    }

    ProjectionStatus statusOf(String name) {
        return new ProjectionPlaces(ledger.dataSource())
                .all().stream().filter(status -> status.name().equals(name)).findFirst()
                .orElse(new ProjectionStatus(name, 0, 1, 1, ProjectionStatus.State.RUNNING, null, null, null));
    }

    void project(List<Projection> projections) {
        var live = new LiveProjections(
                ledger.dataSource(), new JdbcTransactionManager(ledger.dataSource()), settledLedger(), reached, projections);
        running.add(live);
        live.start();
    }

    ReadBarrier barrier(Duration patience) {
        return new ReadBarrier(ledger.dataSource(), settledIndex, reached, Projections.ALL, patience);
    }

    void awaitAll(Duration patience) {
        barrier(patience).await(barrier.head());
    }

    LedgerTimes times() {
        return new LedgerTimes(ledger.dataSource());
    }

    Past past() {
        return new Past(
                ledger.dataSource(), new Usage(ledger.dataSource()), new AccountEvents(ledger.dataSource()), events);
    }

    AccountReplay accountReplay() {
        return new AccountReplay(ledger.dataSource(), new AccountEvents(ledger.dataSource()), events);
    }

    PackHistory packHistory() {
        return new PackHistory(ledger.dataSource(), events);
    }

    /** Packs as of an instant, in the order of its recorded times. */
    List<PackView> packsAsOf(Instant instant) {
        return packs().listAsOf(ACCOUNT, PackView.Filter.ALL, times().positionAt(instant, head()), instant);
    }

    Packs packs() {
        return new Packs(ledger.dataSource(), events);
    }

    void appendPurchase() {
        var account = "account-" + ACCOUNT;
        var voucher = new VoucherId("V-1");
        var funds = new Funds(Money.yuan("100.00"), Money.ZERO, Money.ZERO);
        var left = new Funds(Money.yuan("87.50"), Money.ZERO, Money.ZERO);
        var order = Facts.orderPlaced();
        append(account, 0, new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"), BOUGHT);
        append(account, 1, new FundsCredited(ACCOUNT, FundsKind.CASH, funds.cash(), "wire", BOUGHT, funds), BOUGHT);
        append(account, 2, new VoucherIssued(ACCOUNT, voucher, Money.yuan("5.00"), BOUGHT, null, null, List.of()), BOUGHT);
        append(
                account,
                3,
                new OrderPaid(
                        ACCOUNT, order.orderId(), BOUGHT, order.paid(),
                        List.of(new VoucherUse(voucher, Money.yuan("2.00"), Money.yuan("3.00"), List.of())), left),
                BOUGHT);
        append("order-" + order.orderId(), 0, order, BOUGHT);
        append(POOL, 0, Facts.packGranted(), BOUGHT);
    }

    /** Recorded in another order than they ended in. */
    void appendCalls() {
        append(POOL, 1, Facts.minutesDrawn("r-1", CALL_ENDED, 3, 0), NOW);
        append(POOL, 2, Facts.minutesDrawn("r-2", CALL_ENDED.minusSeconds(9), 4, 3), NOW);
        append("usage-" + ACCOUNT, 0, new UsageListed(unmetered()), NOW);
    }

    /** One call is a minute after all, and the free one never was. */
    void appendCorrections() {
        append(POOL, 3, Facts.drawReversed(Facts.minutesDrawn("r-1", CALL_ENDED, 3, 0), 4), NOW);
        append(POOL, 4, Facts.minutesDrawn("r-1:r1", CALL_ENDED, 1, 4), NOW);
        appendWithdrawal(1);
    }

    /** Of the free call, as the next event of its stream. */
    void appendWithdrawal(long sequence) {
        append(
                "usage-" + ACCOUNT, sequence,
                new ListingWithdrawn(unmetered(), new RecordId("/cdr/ap-guangzhou", "x")), NOW);
    }

    private static MeteredUsage unmetered() {
        return MeteredUsage.of(
                Facts.leg("r-3", CALL_ENDED.minusSeconds(1), Duration.ofSeconds(42)), Meter.UNMETERED);
    }

    void append(String stream, long sequence, Object event, Instant recordedAt) {
        ledger.append(stream, sequence, event, recordedAt);
    }

    void appendAll(String stream, long sequence, List<? extends Object> events, Instant recordedAt) {
        ledger.appendAll(stream, sequence, events, recordedAt);
    }

    Map<String, List<Map<String, Object>>> allRows() {
        var rows = new TreeMap<String, List<Map<String, Object>>>();
        Projections.ALL.stream().flatMap(projection -> projection.tables().stream()).forEach(table ->
                rows.put(table, ledger.jdbc().queryForList("select * from " + table + " as each_row order by each_row::text")));
        return rows;
    }
}
