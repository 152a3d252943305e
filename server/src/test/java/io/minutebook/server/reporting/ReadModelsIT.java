package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static io.minutebook.server.reporting.Facts.BOUGHT;
import static io.minutebook.server.reporting.Facts.PACK;
import static io.minutebook.server.reporting.Facts.POOL;
import static io.minutebook.server.reporting.Facts.VALID_UNTIL;
import static io.minutebook.server.reporting.ReadModels.CALL_ENDED;
import static io.minutebook.server.reporting.ReadModels.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.months.MonthsBegun;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.accounts.AccountView.VoucherView;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.reporting.accounts.Orders;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.packs.DuePack;
import io.minutebook.reporting.packs.DuePacks;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.PackView.Filter;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageCsv;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.reporting.usage.UsageRow;
import io.minutebook.server.store.Samples;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadModelsIT {

    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");

    private ReadModels models;

    @BeforeEach
    void createLedger() {
        models = new ReadModels();
    }

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void showAnAccountWithItsFundsAndWhatIsLeftOnItsVouchers() {
        models.project(Projections.ALL);
        models.appendPurchase();
        models.awaitAll();

        var account = new Accounts(models.dataSource()).find(ACCOUNT, NOW).orElseThrow();
        assertThat(account.name()).isEqualTo("Blue Whale");
        assertThat(account.funds().cash()).isEqualTo(Money.yuan("87.50"));
        assertThat(account.funds().vouchers())
                .containsExactly(new VoucherView(new VoucherId("V-1"), Money.yuan("3.00")));
        assertThat(new Accounts(models.dataSource()).list(null, null, 100, NOW).items()).containsExactly(account);

        var order = new Orders(models.dataSource()).list(ACCOUNT, null, 100).items().getFirst();
        assertThat(order.lines()).extracting("resourceId").containsExactly(PACK.value());
        assertThat(order.paid().voucher()).isEqualTo(Money.yuan("2.00"));
    }

    @Test
    void showWhereTheMinutesOfAPackAre() {
        models.project(Projections.ALL);
        models.appendPurchase();
        models.appendCalls();
        models.awaitAll();

        var pack = models.packs().list(ACCOUNT, Filter.ALL, NOW).getFirst();
        assertThat(pack.drawn()).isEqualTo(new Minutes(7));
        assertThat(pack.remaining()).isEqualTo(new Minutes(93));
        assertThat(pack.state()).isEqualTo(PackView.State.ACTIVE);
        assertThat(pack.lastDay()).hasToString("2026-01-15");
    }

    @Test
    void aPackWhoseTimeIsOverHoldsNothingEvenBeforeItsExpiryIsRecorded() {
        models.project(Projections.ALL);
        models.appendPurchase();
        models.appendCalls();
        models.awaitAll();

        var lapsed = models.packs().list(ACCOUNT, Filter.LAPSED, VALID_UNTIL).getFirst();
        assertThat(lapsed.remaining()).isEqualTo(Minutes.ZERO);
        assertThat(lapsed.expired()).isEqualTo(new Minutes(93));
        assertThat(lapsed.state()).isEqualTo(PackView.State.EXPIRED);
        assertThat(models.packs().list(ACCOUNT, Filter.ACTIVE, VALID_UNTIL)).isEmpty();
        assertThat(dueBefore(30)).isEqualTo(BusinessTime.minusDays(VALID_UNTIL, 30));
        assertThat(new DuePacks(models.dataSource()).dueBy(BusinessTime.minusDays(VALID_UNTIL, 31), Set.of(), 10)).isEmpty();
        models.append(POOL, 3, Facts.packExpiryAnnounced(7, 30), VALID_UNTIL);
        models.append(POOL, 4, Facts.packExpiryAnnounced(7, 7), VALID_UNTIL);
        models.append(POOL, 5, Facts.packExpiryAnnounced(7, 1), VALID_UNTIL);
        models.awaitAll();
        assertThat(dueBefore(0)).isEqualTo(VALID_UNTIL);

        models.append(POOL, 6, Facts.packExpired(7), VALID_UNTIL);
        models.awaitAll();

        assertThat(models.packs().list(ACCOUNT, Filter.LAPSED, VALID_UNTIL)).containsExactly(lapsed);
        assertThat(new DuePacks(models.dataSource()).dueBy(VALID_UNTIL, Set.of(), 10)).isEmpty();
    }

    private Instant dueBefore(int days) {
        var due = new DuePacks(models.dataSource()).dueBy(BusinessTime.minusDays(VALID_UNTIL, days), Set.of(), 10);
        assertThat(due).extracting(DuePack::pool).containsExactly(PoolId.ofMinutes(ACCOUNT, Meter.LANDLINE_OUTBOUND));
        return due.getFirst().dueAt();
    }

    @Test
    void packsAsOfAnInstantFollowFromWhatWasRecordedByThen() {
        models.appendPurchase();
        models.append(POOL, 1, Facts.minutesDrawn("r-1", CALL_ENDED, 3, 0), CALL_ENDED);
        models.append(POOL, 2, Facts.minutesDrawn("r-2", CALL_ENDED, 4, 3), CALL_ENDED.plusMillis(1));

        assertThat(models.packsAsOf(BOUGHT.minusMillis(1))).isEmpty();
        assertThat(models.packsAsOf(CALL_ENDED))
                .extracting(PackView::drawn)
                .containsExactly(new Minutes(3));
        assertThat(models.packsAsOf(NOW))
                .extracting(PackView::drawn)
                .containsExactly(new Minutes(7));
    }

    @Test
    void listUsageInTheOrderOfItsEndPageByPage() {
        models.project(Projections.ALL);
        models.appendPurchase();
        models.appendCalls();
        models.awaitAll();

        var usage = new Usage(models.dataSource());
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
        models.project(Projections.ALL);
        models.appendPurchase();
        models.appendCalls();
        models.awaitAll();

        var usage = new ByteArrayOutputStream();
        UsageCsv.write(
                new Usage(models.dataSource()).detail(UsageQuery.all(ACCOUNT, JANUARY), Instant.EPOCH), usage);
        var bill = new ByteArrayOutputStream();
        BillCsv.write(new Bills(models.dataSource()).byResource(ACCOUNT, JANUARY), bill);

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
        models.project(Projections.ALL);
        models.appendPurchase();
        models.awaitAll();

        var totals = new Bills(models.dataSource()).byResource(ACCOUNT, JANUARY).totals();
        assertThat(totals.amount()).isEqualTo(Money.yuan("14.50"));
        assertThat(totals.cash()).isEqualTo(Money.yuan("12.50"));
        assertThat(new Bills(models.dataSource()).byResource(ACCOUNT, JANUARY.next()).lines()).isEmpty();
    }

    @Test
    void showOnlyTheNewRowOfACorrectedRecordAndTheSameWhenReplayed() {
        models.project(Projections.ALL);
        models.appendPurchase();
        models.appendCalls();
        models.awaitAll();
        models.appendCorrections();
        models.awaitAll();
        var live = models.allRows();

        var rows = new Usage(models.dataSource()).page(UsageQuery.all(ACCOUNT, JANUARY), null, 10).rows();
        assertThat(rows).extracting(UsageRow::recordId).containsExactly("r-2", "r-1:r1");
        assertThat(models.packs().list(ACCOUNT, Filter.ALL, NOW).getFirst().drawn()).isEqualTo(new Minutes(5));

        models.replayAll();
        assertThat(models.allRows()).isEqualTo(live);
    }

    @Test
    void replayedFromTheFirstEventTheyEqualTheLiveOnesRowForRow() {
        models.project(Projections.ALL);
        models.append("months-ledger", 0, new MonthsBegun(JANUARY, BOUGHT), BOUGHT);
        models.appendPurchase();
        models.appendCalls();
        models.append(POOL, 3, Facts.packExpiryAnnounced(7, 30), VALID_UNTIL);
        models.append(POOL, 4, Facts.minutesReturned("adjustment-1", VALID_UNTIL, 2, 5), VALID_UNTIL);
        models.append(POOL, 5, Facts.packExpired(5), VALID_UNTIL);
        models.append("packs-1300000001-BOT_MESSAGES-7", 0, Facts.messagesIncluded(), VALID_UNTIL);
        models.appendAll("packs-1300000001-AUDIO", 0, aThousandCalls(), VALID_UNTIL);
        models.append("order-O000000000009", 0, Facts.numberOrdered(), VALID_UNTIL);
        models.append("number-R000000000004", 0, Facts.numberRented(), VALID_UNTIL);
        models.append("seats-" + ACCOUNT, 0, Facts.seatsTried(), VALID_UNTIL);
        models.append("usage-" + ACCOUNT, 1, Facts.navigated("r-8", VALID_UNTIL), VALID_UNTIL);
        models.append("usage-" + ACCOUNT, 2, Facts.navigated("r-9", BOUGHT), VALID_UNTIL);
        models.appendWithdrawal(3);
        models.append("entitlements-" + ACCOUNT, 0, Facts.exceededBy(Facts.navigated("r-9", BOUGHT)), VALID_UNTIL);
        models.append("account-" + ACCOUNT, 4, sample("account.violation-found-1"), VALID_UNTIL);
        models.append("refunds-" + ACCOUNT, 0, sample("refunds.refund-granted-1"), VALID_UNTIL);
        models.append("refunds-" + ACCOUNT, 1, sample("refunds.refund-vetoed-1"), VALID_UNTIL);
        models.append("adjustments-" + ACCOUNT, 0, sample("corrections.adjustment-requested-1"), VALID_UNTIL);
        models.awaitAll();
        var live = models.allRows();

        models.replayAll();

        assertThat(live.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(models.allRows()).isEqualTo(live);
    }

    /** After which there is a checkpoint. */
    private static List<MinutesDrawn> aThousandCalls() {
        return IntStream.range(0, 1_000)
                .mapToObj(number -> Facts.uncovered("r-1" + number, CALL_ENDED, 1))
                .toList();
    }

    private static Object sample(String type) {
        return Objects.requireNonNull(Samples.all().get(type));
    }
}
