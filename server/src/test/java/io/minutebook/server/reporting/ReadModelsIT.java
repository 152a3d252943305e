package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static io.minutebook.server.reporting.Facts.BOUGHT;
import static io.minutebook.server.reporting.Facts.PACK;
import static io.minutebook.server.reporting.Facts.POOL;
import static io.minutebook.server.reporting.Facts.VALID_UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.account.VoucherUse;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.accounts.AccountView.VoucherView;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.reporting.accounts.Orders;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.SequenceBroken;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.reporting.packs.DuePack;
import io.minutebook.reporting.packs.DuePacks;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.PackView.Filter;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.projections.LiveProjections;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionBatch;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.projections.ReachedPositions;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.reporting.projections.ReadModelBehind;
import io.minutebook.reporting.replay.ReplayWorker;
import io.minutebook.reporting.replay.Replays;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageCsv;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.reporting.usage.UsageRow;
import io.minutebook.server.store.LedgerSerializer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ReadModelsIT {

    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final Instant CALL_ENDED = Instant.parse("2025-01-31T15:59:59.999Z");
    private static final Instant NOW = Instant.parse("2025-02-01T00:00:00Z");

    private final LedgerSerializer serializer = LedgerSerializer.create();
    private LedgerDatabase ledger;
    private SettledIndex settledIndex;
    private LedgerEvents events;
    private ReachedPositions reached;
    private ReadBarrier barrier;
    private final List<LiveProjections> running = new ArrayList<>();

    @BeforeEach
    void createLedger() {
        ledger = LedgerDatabase.create();
        settledIndex = new SettledIndex(ledger.dataSource());
        settledIndex.start();
        events = new LedgerEvents(ledger.dataSource(), serializer, NoOpEventUpcaster.INSTANCE);
        reached = new ReachedPositions();
        barrier = barrier(Duration.ofSeconds(60));
    }

    @AfterEach
    void close() {
        running.forEach(LiveProjections::close);
        settledIndex.close();
        ledger.close();
    }

    @Test
    void showAnAccountWithItsFundsAndWhatIsLeftOnItsVouchers() {
        project(Projections.ALL);
        appendPurchase();
        barrier.await(barrier.head());

        var account = new Accounts(ledger.dataSource()).find(ACCOUNT, NOW).orElseThrow();
        assertThat(account.name()).isEqualTo("Blue Whale");
        assertThat(account.funds().cash()).isEqualTo(Money.yuan("87.50"));
        assertThat(account.funds().vouchers())
                .containsExactly(new VoucherView(new VoucherId("V-1"), Money.yuan("3.00")));
        assertThat(new Accounts(ledger.dataSource()).list(null, null, 100, NOW).items()).containsExactly(account);

        var order = new Orders(ledger.dataSource()).list(ACCOUNT, null, 100).items().getFirst();
        assertThat(order.lines()).extracting("resourceId").containsExactly(PACK.value());
        assertThat(order.paid().voucher()).isEqualTo(Money.yuan("2.00"));
    }

    @Test
    void showWhereTheMinutesOfAPackAre() {
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        barrier.await(barrier.head());

        var pack = packs().list(ACCOUNT, Filter.ALL, NOW).getFirst();
        assertThat(pack.drawn()).isEqualTo(new Minutes(7));
        assertThat(pack.remaining()).isEqualTo(new Minutes(93));
        assertThat(pack.state()).isEqualTo(PackView.State.ACTIVE);
        assertThat(pack.lastDay()).hasToString("2026-01-15");
    }

    @Test
    void aPackWhoseTimeIsOverHoldsNothingEvenBeforeItsExpiryIsRecorded() {
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        barrier.await(barrier.head());

        var lapsed = packs().list(ACCOUNT, Filter.LAPSED, VALID_UNTIL).getFirst();
        assertThat(lapsed.remaining()).isEqualTo(Minutes.ZERO);
        assertThat(lapsed.expired()).isEqualTo(new Minutes(93));
        assertThat(lapsed.state()).isEqualTo(PackView.State.EXPIRED);
        assertThat(packs().list(ACCOUNT, Filter.ACTIVE, VALID_UNTIL)).isEmpty();
        assertThat(new DuePacks(ledger.dataSource()).dueBy(VALID_UNTIL, 10))
                .containsExactly(new DuePack(PoolId.ofMinutes(ACCOUNT, Meter.LANDLINE_OUTBOUND), VALID_UNTIL));
        assertThat(new DuePacks(ledger.dataSource()).dueBy(VALID_UNTIL.minusMillis(1), 10)).isEmpty();

        append(POOL, 3, Facts.packExpired(7), VALID_UNTIL);
        barrier.await(barrier.head());

        assertThat(packs().list(ACCOUNT, Filter.LAPSED, VALID_UNTIL)).containsExactly(lapsed);
        assertThat(new DuePacks(ledger.dataSource()).dueBy(VALID_UNTIL, 10)).isEmpty();
    }

    @Test
    void packsAsOfAnInstantFollowFromWhatWasRecordedByThen() {
        appendPurchase();
        append(POOL, 1, Facts.minutesDrawn("r-1", CALL_ENDED, 3, 0), CALL_ENDED);
        append(POOL, 2, Facts.minutesDrawn("r-2", CALL_ENDED, 4, 3), CALL_ENDED.plusMillis(1));

        assertThat(packs().listAsOf(ACCOUNT, Filter.ALL, BOUGHT.minusMillis(1))).isEmpty();
        assertThat(packs().listAsOf(ACCOUNT, Filter.ALL, CALL_ENDED))
                .extracting(PackView::drawn)
                .containsExactly(new Minutes(3));
        assertThat(packs().listAsOf(ACCOUNT, Filter.ALL, NOW))
                .extracting(PackView::drawn)
                .containsExactly(new Minutes(7));
    }

    @Test
    void listUsageInTheOrderOfItsEndPageByPage() {
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        barrier.await(barrier.head());

        var usage = new Usage(ledger.dataSource());
        var first = usage.page(UsageQuery.all(ACCOUNT, JANUARY), null, 2);
        var second = usage.page(UsageQuery.all(ACCOUNT, JANUARY), first.next(), 2);

        assertThat(first.rows()).extracting(UsageRow::recordId).containsExactly("r-2", "r-3");
        assertThat(first.next()).matches("[A-Za-z0-9_-]+");
        assertThat(second.rows()).extracting(UsageRow::recordId).containsExactly("r-1");
        assertThat(second.next()).isNull();
        assertThat(usage.page(new UsageQuery(ACCOUNT, JANUARY, Meter.UNMETERED, null), null, 10).rows())
                .extracting(UsageRow::recordId)
                .containsExactly("r-3");
        assertThat(usage.page(new UsageQuery(ACCOUNT, JANUARY, null, 7L), null, 10).rows()).isEmpty();
        assertThat(usage.page(UsageQuery.all(ACCOUNT, JANUARY.next()), null, 10).rows()).isEmpty();
    }

    @Test
    void writeTheUsageDetailAndTheBillAsFiles() {
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        barrier.await(barrier.head());

        var usage = new ByteArrayOutputStream();
        UsageCsv.write(new Usage(ledger.dataSource()), UsageQuery.all(ACCOUNT, JANUARY), usage);
        var bill = new ByteArrayOutputStream();
        BillCsv.write(new Bills(ledger.dataSource()).byResource(ACCOUNT, JANUARY), bill);

        assertThat(List.of(usage.toString(StandardCharsets.UTF_8).split("\r\n"))).hasSize(4).element(3).isEqualTo(
                "2025-01,1300000001,1400000001,r-1,s-1,main,MAIN,LANDLINE_OUTBOUND,OUTBOUND,'+8675512345678,"
                        + "'+86755****5678,'+86138****8000,2025-01-31T23:56:54.999+08:00,2025-01-31T23:56:59.999+08:00,"
                        + "2025-01-31T23:59:59.999+08:00,180.000,3,3,0,P000000000002:3,");
        assertThat(List.of(bill.toString(StandardCharsets.UTF_8).split("\r\n"))).hasSize(2).element(1).isEqualTo(
                "1300000001,2025-01,CALL,landline-outbound-custom,LANDLINE_OUTBOUND,PREPAID,PURCHASE,P000000000002,"
                        + "O000000000001,2025-01-15T10:00:00.000+08:00,2025-01-15T10:00:00.000+08:00,"
                        + "2026-01-16T00:00:00.000+08:00,100 minutes,14.50,0.145,1,PACK,0.00,14.50,2.00,0.00,0.00,12.50");
    }

    @Test
    void totalsOfABillAreTheSumsOfItsLines() {
        project(Projections.ALL);
        appendPurchase();
        barrier.await(barrier.head());

        var totals = new Bills(ledger.dataSource()).byResource(ACCOUNT, JANUARY).totals();
        assertThat(totals.amount()).isEqualTo(Money.yuan("14.50"));
        assertThat(totals.cash()).isEqualTo(Money.yuan("12.50"));
        assertThat(new Bills(ledger.dataSource()).byResource(ACCOUNT, JANUARY.next()).lines()).isEmpty();
    }

    @Test
    void showOnlyTheNewRowOfACorrectedRecordAndTheSameWhenReplayed() {
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        barrier.await(barrier.head());
        appendCorrections();
        barrier.await(barrier.head());
        var live = allRows();

        var rows = new Usage(ledger.dataSource()).page(UsageQuery.all(ACCOUNT, JANUARY), null, 10).rows();
        assertThat(rows).extracting(UsageRow::recordId).containsExactly("r-2", "r-1:r1");
        assertThat(packs().list(ACCOUNT, Filter.ALL, NOW).getFirst().drawn()).isEqualTo(new Minutes(5));

        replayAll();
        assertThat(allRows()).isEqualTo(live);
    }

    @Test
    void replayedFromTheFirstEventTheyEqualTheLiveOnesRowForRow() {
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        append(POOL, 3, Facts.packExpired(7), VALID_UNTIL);
        append("packs-1300000001-BOT_MESSAGES-7", 0, Facts.messagesIncluded(), VALID_UNTIL);
        append("number-R000000000004", 0, Facts.numberRented(), VALID_UNTIL);
        barrier.await(barrier.head());
        var live = allRows();

        replayAll();

        assertThat(live.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(allRows()).isEqualTo(live);
    }

    @Test
    void eachEventIsAddedOnceThoughTwoTakeThemselvesForTheKeeper() {
        project(Projections.ALL);
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        barrier.await(barrier.head());
        appendCorrections();
        barrier.await(barrier.head());
        var live = allRows();

        replayAll();
        assertThat(allRows()).isEqualTo(live);
    }

    @Test
    void everyPlaceMovesOnWhateverKindTheEventIsOf() {
        project(Projections.ALL);
        append("account-7", 0, new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"), BOUGHT);
        barrier.await(barrier.head());

        assertThat(new ProjectionPlaces(ledger.dataSource()).all()).allSatisfy(status -> {
            assertThat(status.lag()).isZero();
            assertThat(status.position()).isEqualTo(barrier.head()).isPositive();
        });
    }

    @Test
    void aReaderIsToldWhenTheyStayBehind() {
        append("account-7", 0, new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"), BOUGHT);

        assertThatThrownBy(() -> barrier(Duration.ofMillis(50)).await(barrier.head()))
                .isInstanceOf(ReadModelBehind.class)
                .hasMessageContaining("reached position 0 of");
    }

    @Test
    void nobodyReadsOnAfterAHoleInAStream() {
        var registered = new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7");
        append("account-1", 0, registered, BOUGHT);
        append("account-1", 2, registered, BOUGHT);

        var settled = LedgerReader.settled(ledger, settledIndex, new FreshEvents());
        await().atMost(Duration.ofSeconds(60)).until(() -> settledIndex.settled() == barrier.head());
        assertThatThrownBy(() -> settled.after("one", 0))
                .isInstanceOf(SequenceBroken.class)
                .hasMessageContaining("stream account-1 goes on with event 2");
        assertThatThrownBy(() -> settled.after("another", 0)).isInstanceOf(SequenceBroken.class);
        assertThat(settled.isBroken()).isTrue();
    }

    @Test
    void aHoleInAStreamStopsThemAndTheyNameItsPosition() {
        project(Projections.ALL);
        var registered = new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7");
        append("account-1", 0, registered, BOUGHT);
        barrier.await(barrier.head());
        append("account-1", 2, registered, BOUGHT);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
                assertThat(new ProjectionPlaces(ledger.dataSource()).all()).allSatisfy(status -> {
                    assertThat(status.state()).isEqualTo(ProjectionStatus.State.STOPPED);
                    assertThat(status.error()).contains("at position " + barrier.head(), "expected 1");
                    assertThat(status.lag()).isPositive();
                }));
        assertThatThrownBy(() -> barrier(Duration.ofMillis(50)).await(barrier.head()))
                .isInstanceOf(ReadModelBehind.class);
    }

    @Test
    void aProjectionThatFailsStopsThereSaysSoAndLeavesNothingOut() {
        var fragile = new Fragile();
        project(List.of(fragile));
        for (int i = 0; i < 5; i++) {
            append("account-" + i, 0, new AccountRegistered(ACCOUNT, "Blue Whale " + i, "LE-7"), BOUGHT);
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(statusOf("fragile").error())
                .contains("position 4: ", "does not like Blue Whale 3"));
        assertThat(statusOf("fragile").state()).isEqualTo(ProjectionStatus.State.STOPPED);
        assertThat(statusOf("fragile").position()).isLessThan(barrier.head());

        fragile.mended.set(true);

        await().atMost(Duration.ofSeconds(60)).until(() -> statusOf("fragile").lag() == 0);
        assertThat(statusOf("fragile").state()).isEqualTo(ProjectionStatus.State.RUNNING);
        assertThat(fragile.written)
                .containsExactly("Blue Whale 0", "Blue Whale 1", "Blue Whale 2", "Blue Whale 3", "Blue Whale 4");
    }

    @Test
    void ofTwoProcessesOneKeepsThemAndTheOtherTakesOverWhenItEnds() {
        project(Projections.ALL);
        project(Projections.ALL);
        appendPurchase();
        appendCalls();
        barrier.await(barrier.head());
        running.removeFirst().close();
        appendCorrections();
        barrier.await(barrier.head());
        var live = allRows();

        replayAll();

        assertThat(allRows()).isEqualTo(live);
    }

    @Test
    void aProjectionWhoseRowsCannotBeWrittenLeavesNothingOut() {
        var fragile = new Fragile();
        fragile.isFull.set(true);
        project(List.of(fragile));
        append("account-1", 0, new AccountRegistered(ACCOUNT, "Blue Whale 1", "LE-7"), BOUGHT);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(statusOf("fragile").error())
                .contains("positions 1 to 1: ", "no room"));

        fragile.isFull.set(false);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(statusOf("fragile").lag()).isZero();
            assertThat(fragile.written).containsExactly("Blue Whale 1");
        });
    }

    @Test
    void aProjectionThatMeetsAnErrorSaysSoAndGoesOnOnceItIsOver() {
        var fragile = new Fragile();
        fragile.lacksAClass.set(true);
        project(List.of(fragile));
        append("account-1", 0, new AccountRegistered(ACCOUNT, "Blue Whale 1", "LE-7"), BOUGHT);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(statusOf("fragile").error())
                .contains("NoClassDefFoundError", "Whale"));

        fragile.lacksAClass.set(false);

        await().atMost(Duration.ofSeconds(60)).until(() -> statusOf("fragile").lag() == 0);
        assertThat(statusOf("fragile").state()).isEqualTo(ProjectionStatus.State.RUNNING);
        assertThat(fragile.written).containsExactly("Blue Whale 1");
    }

    @Test
    void whatStopsAProcessAfterAnotherHasGotPastItIsNoLongerTold() throws InterruptedException {
        var late = new Fragile();
        project(List.of(late));
        late.gate.acquire();
        try {
            append("account-3", 0, new AccountRegistered(ACCOUNT, "Blue Whale 3", "LE-7"), BOUGHT);
            await().atMost(Duration.ofSeconds(60)).until(late.gate::hasQueuedThreads);
            var other = new Fragile();
            other.mended.set(true);
            project(List.of(other));
            await().atMost(Duration.ofSeconds(60)).until(() -> statusOf("fragile").lag() == 0);
        } finally {
            late.gate.release();
        }
        running.removeFirst().close();

        assertThat(late.failed).isTrue();
        assertThat(statusOf("fragile").error()).isNull();
    }

    @Test
    void aReadModelThatIsEmptiedUnderWhoKeepsItIsBuiltFromTheFirstEvent() {
        project(Projections.ALL);
        appendPurchase();
        barrier.await(barrier.head());
        ledger.jdbc().execute("truncate pack_view");
        ledger.jdbc().update("update projection_position set position = 0 where name = 'packs'");
        appendCalls();
        barrier.await(barrier.head());

        assertThat(packs().list(ACCOUNT, Filter.ALL, NOW)).extracting(PackView::drawn).containsExactly(new Minutes(7));
    }

    /** Fails on one event until it is mended, and on all rows while it is full or lacks a class. */
    private static final class Fragile implements Projection {
        private final Semaphore gate = new Semaphore(1);
        private final AtomicBoolean mended = new AtomicBoolean();
        private final AtomicBoolean failed = new AtomicBoolean();
        private final AtomicBoolean isFull = new AtomicBoolean();
        private final AtomicBoolean lacksAClass = new AtomicBoolean();
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public ProjectionBatch begin() {
            var names = new ArrayList<String>();
            return new ProjectionBatch() {
                @Override
                public void add(Object event) {
                    var name = ((AccountRegistered) event).name();
                    gate.acquireUninterruptibly();
                    gate.release();
                    if (name.endsWith("3") && !mended.get()) {
                        failed.set(true);
                        throw new IllegalStateException("does not like " + name);
                    }
                    names.add(name);
                }

                @Override
                public void write(JdbcTemplate jdbc) {
                    if (isFull.get()) throw new IllegalStateException("no room");
                    if (lacksAClass.get()) throw new NoClassDefFoundError("Whale");
                    written.addAll(names);
                }
            };
        }
    }

    private void replayAll() {
        var replays = new Replays(ledger.dataSource());
        try (var worker = new ReplayWorker(ledger.dataSource(), events, Projections.ALL)) {
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

    private ProjectionStatus statusOf(String name) {
        return new ProjectionPlaces(ledger.dataSource())
                .all().stream().filter(status -> status.name().equals(name)).findFirst()
                .orElse(new ProjectionStatus(name, 0, 1, 1, ProjectionStatus.State.RUNNING, null, null));
    }

    private void project(List<Projection> projections) {
        var settled = LedgerReader.settled(ledger, settledIndex, new FreshEvents());
        var live = new LiveProjections(
                ledger.dataSource(), new JdbcTransactionManager(ledger.dataSource()), settled, reached, projections);
        running.add(live);
        live.start();
    }

    private ReadBarrier barrier(Duration patience) {
        return new ReadBarrier(ledger.dataSource(), settledIndex, reached, Projections.ALL, patience);
    }

    private Packs packs() {
        return new Packs(ledger.dataSource(), events);
    }

    private void appendPurchase() {
        var account = "account-" + ACCOUNT;
        var voucher = new VoucherId("V-1");
        var funds = new Funds(Money.yuan("100.00"), Money.ZERO, Money.ZERO);
        var left = new Funds(Money.yuan("87.50"), Money.ZERO, Money.ZERO);
        var order = Facts.orderPlaced();
        append(account, 0, new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"), BOUGHT);
        append(account, 1, new FundsCredited(ACCOUNT, FundsKind.CASH, funds.cash(), "wire", BOUGHT, funds), BOUGHT);
        append(account, 2, new VoucherIssued(ACCOUNT, voucher, Money.yuan("5.00"), BOUGHT, null), BOUGHT);
        append(
                account,
                3,
                new OrderPaid(
                        ACCOUNT, order.orderId(), BOUGHT, order.paid(),
                        List.of(new VoucherUse(voucher, Money.yuan("2.00"), Money.yuan("3.00"))), left),
                BOUGHT);
        append("order-" + order.orderId(), 0, order, BOUGHT);
        append(POOL, 0, Facts.packGranted(), BOUGHT);
    }

    /** Recorded in another order than they ended in. */
    private void appendCalls() {
        append(POOL, 1, Facts.minutesDrawn("r-1", CALL_ENDED, 3, 0), NOW);
        append(POOL, 2, Facts.minutesDrawn("r-2", CALL_ENDED.minusSeconds(9), 4, 3), NOW);
        append("usage-" + ACCOUNT, 0, new UsageListed(unmetered()), NOW);
    }

    /** One call is a minute after all, and the free one never was. */
    private void appendCorrections() {
        append(POOL, 3, Facts.drawReversed(Facts.minutesDrawn("r-1", CALL_ENDED, 3, 0), 4), NOW);
        append(POOL, 4, Facts.minutesDrawn("r-1:r1", CALL_ENDED, 1, 4), NOW);
        append("usage-" + ACCOUNT, 1, new ListingWithdrawn(unmetered(), new RecordId("/cdr/ap-guangzhou", "x")), NOW);
    }

    private static MeteredUsage unmetered() {
        return MeteredUsage.of(
                Facts.leg("r-3", CALL_ENDED.minusSeconds(1), Duration.ofSeconds(42)), Meter.UNMETERED);
    }

    private void append(String stream, long sequence, Object event, Instant recordedAt) {
        ledger.append(stream, sequence, event, recordedAt);
    }

    private Map<String, List<Map<String, Object>>> allRows() {
        var rows = new TreeMap<String, List<Map<String, Object>>>();
        Projections.ALL.stream().flatMap(projection -> projection.tables().stream()).forEach(table ->
                rows.put(table, ledger.jdbc().queryForList("select * from " + table + " order by 1, 2, 3")));
        return rows;
    }
}
