package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static io.minutebook.server.reporting.Facts.BOUGHT;
import static io.minutebook.server.reporting.Facts.VALID_UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.account.VoucherUse;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.reporting.journal.JournalPostings;
import io.minutebook.reporting.journal.JournalProjection;
import io.minutebook.reporting.journal.JournalQuery;
import io.minutebook.reporting.journal.TrialBalance;
import io.minutebook.reporting.journal.TrialBalances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pack of 100 minutes at 14.5 fen, partly paid by a voucher, and a number for a month, given up in February. */
class JournalReadModelIT {

    private static final String JANUARY = "2025-01";
    private static final String FEBRUARY = "2025-02";
    private static final Instant LATE = Instant.parse("2025-01-31T15:59:59.999Z");
    private static final Instant MIDNIGHT = LATE.plusMillis(1);
    private static final Instant IN_MARCH = Instant.parse("2025-03-10T02:00:00Z");
    private static final Projected journal = Projected.of(new JournalProjection());

    @AfterAll
    static void close() {
        journal.close();
    }

    @BeforeEach
    void empty() {
        journal.clear();
    }

    @Test
    void drawsOfAMonthAreOneEntryForEachPack() {
        journal.take(history());
        assertThat(lines(JANUARY, IN_MARCH)).contains(
                "MINUTES_DRAWN liabilities:deferred:packs 0.73", "MINUTES_DRAWN income:minutes -0.73");
        assertThat(lines(FEBRUARY, IN_MARCH)).contains(
                "MINUTES_DRAWN liabilities:deferred:packs 0.29", "MINUTES_DRAWN income:minutes -0.29");
    }

    @Test
    void aCorrectionIsTakenOffTheMonthThatItsRecordWasBookedIn() {
        journal.take(history());
        journal.take(Facts.drawReversed(Facts.minutesDrawn("r-1", LATE, 5, 0), 2));
        assertThat(lines(JANUARY, IN_MARCH)).noneMatch(line -> line.startsWith("MINUTES_DRAWN"));
        assertThat(closing(FEBRUARY, "income:minutes", IN_MARCH)).isEqualTo("-0.29");
    }

    @Test
    void daysElapseAsTimePasses() {
        journal.take(history());
        assertThat(closing(JANUARY, "income:terms", BOUGHT)).isEqualTo("0.00");
        assertThat(closing(JANUARY, "income:terms", BOUGHT.plusSeconds(3 * 86_400))).isEqualTo("-4.84");
        assertThat(closing(JANUARY, "income:terms", IN_MARCH)).isEqualTo("-25.81");
        assertThat(closing(FEBRUARY, "income:terms", BOUGHT.plusSeconds(3 * 86_400))).isEqualTo("-4.84");
    }

    @Test
    void whatIsGivenUpIsBreakageAtOnceAndNothingIsDeferredForIt() {
        journal.take(history());
        var givenUp = new NumberDeregistered(ACCOUNT, new ResourceId("R1"), Instant.parse("2025-02-03T02:00:00Z"));
        journal.take(givenUp);
        assertThat(closing(FEBRUARY, "income:terms", IN_MARCH)).isEqualTo("-30.65");
        assertThat(closing(FEBRUARY, "income:breakage", IN_MARCH)).isEqualTo("-19.35");
        assertThat(closing(FEBRUARY, "liabilities:deferred:terms", IN_MARCH)).isEqualTo("0.00");
    }

    @Test
    void aVoucherLapsesInItsMonthWithWhatIsLeftOnIt() {
        journal.take(history());
        assertThat(closing(FEBRUARY, "liabilities:vouchers", IN_MARCH)).isEqualTo("-3.00");
        assertThat(lines("2025-03", IN_MARCH)).containsExactly(
                "VOUCHER_LAPSED liabilities:vouchers 3.00", "VOUCHER_LAPSED expenses:promotions:vouchers -3.00");
        assertThat(lines("2025-03", Instant.parse("2025-02-20T00:00:00Z"))).isEmpty();
        assertThat(closing("2025-04", "expenses:promotions:vouchers", IN_MARCH)).isEqualTo("2.00");
    }

    @Test
    void whatALateCallTakesBackFromLapsedMinutesIsNoBreakage() {
        journal.take(history());
        journal.take(Facts.packExpired(7));
        assertThat(closing("2026-01", "income:breakage", VALID_UNTIL)).isEqualTo("-13.48");
        assertThat(closing("2026-01", "liabilities:deferred:packs", VALID_UNTIL)).isEqualTo("0.00");
    }

    @Test
    void theRowsAreTheSameHoweverManyEventsATransactionHolds() {
        var random = new Random(7);
        journal.take(history());
        var atOnce = journal.rows();
        for (int round = 0; round < 5; round++) {
            journal.clear();
            var rest = new ArrayList<>(List.of(history()));
            while (!rest.isEmpty()) {
                var next = rest.subList(0, 1 + random.nextInt(rest.size()));
                journal.take(next.toArray());
                next.clear();
            }
            assertThat(journal.rows()).isEqualTo(atOnce);
        }
    }

    @Test
    void balancesSumToZeroAndAreThoseOfTheCustomerAskedFor() {
        journal.take(history());
        for (var month : List.of(JANUARY, FEBRUARY, "2025-03")) {
            var totals = balance(month, null, IN_MARCH).totals();
            assertThat(totals.opening()).isEqualTo(Money.ZERO);
            assertThat(totals.closing()).isEqualTo(Money.ZERO);
            assertThat(totals.debit()).isEqualTo(totals.credit());
            assertThat(balance(month, ACCOUNT, IN_MARCH)).isEqualTo(balance(month, null, IN_MARCH));
            assertThat(balance(month, new AccountId("7"), IN_MARCH).items()).isEmpty();
        }
    }

    @Test
    void closingOfAMonthIsOpeningOfTheNext() {
        journal.take(history());
        var opening = new TreeMap<String, Money>();
        balance(FEBRUARY, null, IN_MARCH).items().forEach(item -> opening.put(item.ledgerAccount(), item.opening()));
        assertThat(balance(JANUARY, null, IN_MARCH).items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(opening).containsEntry(item.ledgerAccount(), item.closing()));
    }

    private static Object[] history() {
        var voucher = new VoucherId("V1");
        var left = List.of(new VoucherUse(voucher, Money.yuan("2.00"), Money.yuan("3.00"), List.of()));
        var order = Facts.orderPlaced();
        return new Object[] {
            new VoucherIssued(
                    ACCOUNT, voucher, Money.yuan("5.00"), BOUGHT, Instant.parse("2025-03-01T00:00:00Z"), null, List.of()),
            new OrderPaid(ACCOUNT, order.orderId(), BOUGHT, order.paid(), left, Funds.NONE),
            order,
            Facts.packGranted(),
            Facts.numberOrdered(),
            Facts.minutesDrawn("r-1", LATE, 5, 0),
            Facts.minutesDrawn("r-2", MIDNIGHT, 2, 5),
        };
    }

    private static List<String> lines(String month, Instant now) {
        var lines = new ArrayList<String>();
        new JournalPostings(journal.ledger().dataSource()).forEach(query(month, null, now), line ->
                lines.add(line.kind() + " " + line.ledgerAccount() + " " + line.amount()));
        return Collections.unmodifiableList(lines);
    }

    private static String closing(String month, String ledgerAccount, Instant now) {
        return balance(month, null, now).items().stream()
                .filter(item -> item.ledgerAccount().equals(ledgerAccount))
                .map(item -> item.closing().toString())
                .findFirst()
                .orElse("0.00");
    }

    private static TrialBalance balance(String month, @Nullable AccountId account, Instant now) {
        return new TrialBalances(journal.ledger().dataSource()).of(query(month, account, now));
    }

    private static JournalQuery query(String month, @Nullable AccountId account, Instant now) {
        return new JournalQuery(BillingMonth.parse(month), account, now);
    }
}
