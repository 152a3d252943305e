package io.minutebook.billing.ledger;

import static io.minutebook.billing.ledger.Facts.at;
import static io.minutebook.billing.ledger.Facts.back;
import static io.minutebook.billing.ledger.Facts.balance;
import static io.minutebook.billing.ledger.Facts.cash;
import static io.minutebook.billing.ledger.Facts.draw;
import static io.minutebook.billing.ledger.Facts.drawn;
import static io.minutebook.billing.ledger.Facts.expired;
import static io.minutebook.billing.ledger.Facts.order;
import static io.minutebook.billing.ledger.Facts.pack;
import static io.minutebook.billing.ledger.Facts.reversed;
import static io.minutebook.billing.ledger.Facts.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Usages;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.account.VoucherUse;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.seats.SeatsRefunded;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {

    private static final Instant NEW_YEAR = at("2025-01-01T09:00");
    private static final Instant PACK_END = at("2026-01-02T00:00");
    private static final ResourceId NUMBER = new ResourceId("R1");

    private static final RefundId REFUND = new RefundId("F1");

    private final Books books = new Books();

    @ParameterizedTest
    @CsvSource({
        "CASH, assets:clearing:cash 500.00, liabilities:funds:cash -500.00",
        "GIFT, expenses:promotions:gift 500.00, liabilities:funds:gift -500.00",
        "REVENUE_SHARE, assets:clearing:revenue-share 500.00, liabilities:funds:revenue-share -500.00"
    })
    void fundsOweTheCustomerWhatCameIn(FundsKind kind, String debit, String credit) {
        var amount = Money.yuan("500.00");
        var credited = new FundsCredited(Usages.ACCOUNT, kind, amount, "wire", NEW_YEAR, Funds.NONE);
        assertThat(posted(credited)).containsExactly(debit, credit);
    }

    @Test
    void aVoucherCostsWhatItPromises() {
        assertThat(posted(voucher(null)))
                .containsExactly("expenses:promotions:vouchers 80.00 V1", "liabilities:vouchers -80.00 V1");
    }

    @Test
    void anOrderTurnsWhatWasPaidIntoWhatIsOwed() {
        var paid = new Paid(Money.yuan("80.00"), Money.yuan("20.00"), Money.yuan("100.00"), Money.yuan("1300.00"));
        var placed = order(
                "O1", NEW_YEAR, paid,
                pack("P1", 10_000, "1450.00", NEW_YEAR, PACK_END),
                pack("P2", 1_000, "0.00", NEW_YEAR, PACK_END),
                term("R1", "50.00", NEW_YEAR, at("2025-02-01T09:00")));
        assertThat(posted(placed)).containsExactly(
                "liabilities:funds:cash 1300.00",
                "liabilities:funds:gift 20.00",
                "liabilities:funds:revenue-share 100.00",
                "liabilities:vouchers 80.00",
                "liabilities:deferred:packs -1450.00 P1",
                "liabilities:deferred:terms -50.00 R1");
    }

    @Test
    void whatIsFreeMovesNothing() {
        var placed = order("O1", NEW_YEAR, cash("0.00"), pack("P1", 1_000, "0.00", NEW_YEAR, PACK_END));
        assertThat(posted(placed)).isEmpty();
        assertThat(posted(drawn(NEW_YEAR, draw("P1", 10, 0, balance(1_000, 10, 0))))).isEmpty();
    }

    @Test
    void thePaymentAndTheEndOfATermArePostedElsewhere() {
        var payment = new OrderPaid(
                Usages.ACCOUNT, new OrderId("O1"), NEW_YEAR, cash("1.00"), List.of(), Funds.NONE);
        assertThat(posted(payment)).isEmpty();
        assertThat(posted(new NumberExpired(Usages.ACCOUNT, NUMBER, NEW_YEAR))).isEmpty();
    }

    /** At 14.5 fen a minute every other minute has half a fen, half up: 15, 14, 15 and so on, and the last closes it. */
    @Test
    void aDrawnMinuteEarnsItsShareAndRoundingIsCarried() {
        buy(pack("P1", 10_000, "1450.00", NEW_YEAR, PACK_END));
        assertThat(posted(drawn(NEW_YEAR, draw("P1", 1, 0, balance(10_000, 1, 0)))))
                .containsExactly("liabilities:deferred:packs 0.15 P1", "income:minutes -0.15 P1");
        assertThat(posted(drawn(NEW_YEAR, draw("P1", 1, 0, balance(10_000, 2, 0)))))
                .containsExactly("liabilities:deferred:packs 0.14 P1", "income:minutes -0.14 P1");
        assertThat(posted(drawn(NEW_YEAR, draw("P1", 9_998, 0, balance(10_000, 10_000, 0)))))
                .containsExactly("liabilities:deferred:packs 1449.71 P1", "income:minutes -1449.71 P1");
    }

    @Test
    void oneCallMayEarnFromSeveralPacks() {
        buy(pack("P1", 100, "10.00", NEW_YEAR, PACK_END), pack("P2", 100, "20.00", NEW_YEAR, PACK_END));
        var call = drawn(NEW_YEAR, draw("P1", 40, 0, balance(100, 100, 0)), draw("P2", 5, 0, balance(100, 5, 0)));
        assertThat(posted(call)).containsExactly(
                "liabilities:deferred:packs 4.00 P1", "income:minutes -4.00 P1",
                "liabilities:deferred:packs 1.00 P2", "income:minutes -1.00 P2");
    }

    @Test
    void whatLapsesIsBreakageAndACallThatComesLateTakesItBack() {
        buy(pack("P1", 100, "10.00", NEW_YEAR, PACK_END));
        assertThat(posted(expired("P1", PACK_END, 30, balance(100, 70, 30))))
                .containsExactly("liabilities:deferred:packs 3.00 P1", "income:breakage -3.00 P1");
        assertThat(posted(drawn(NEW_YEAR, draw("P1", 20, 20, balance(100, 90, 10)))))
                .containsExactly("income:minutes -2.00 P1", "income:breakage 2.00 P1");
    }

    @Test
    void aCorrectionTakesBackWhatItsCallEarned() {
        buy(pack("P1", 100, "10.00", NEW_YEAR, PACK_END));
        assertThat(posted(reversed(NEW_YEAR, back("P1", 20, 0, balance(100, 50, 0)))))
                .containsExactly("liabilities:deferred:packs -2.00 P1", "income:minutes 2.00 P1");
        assertThat(posted(reversed(NEW_YEAR, back("P1", 20, 20, balance(100, 50, 50)))))
                .containsExactly("income:minutes 2.00 P1", "income:breakage -2.00 P1");
    }

    @Test
    void whatPeopleMoveByHandMovesItsWorthAndACorrectionOfItsCallTheRest() {
        buy(pack("P1", 100, "10.00", NEW_YEAR, PACK_END));
        assertThat(posted(adjusted(15, true, balance(100, 55, 0))))
                .containsExactly("liabilities:deferred:packs -1.50 P1", "income:minutes 1.50 P1");
        assertThat(posted(adjusted(5, false, balance(100, 60, 0))))
                .containsExactly("liabilities:deferred:packs 0.50 P1", "income:minutes -0.50 P1");
        var back = new Return(new PackId("P1"), new Minutes(20), Minutes.ZERO, new Minutes(15), balance(100, 55, 0));
        assertThat(posted(reversed(NEW_YEAR, back)))
                .containsExactly("liabilities:deferred:packs -0.50 P1", "income:minutes 0.50 P1");
    }

    private static MinutesAdjusted adjusted(long minutes, boolean returned, Balance left) {
        return new MinutesAdjusted(
                Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId("P1"), CaseNumber.after(0, "adjustment"),
                new Minutes(minutes), returned, NEW_YEAR, left);
    }

    @Test
    void aCallIsPostedInTheMonthItIsBilledIn() {
        buy(pack("P1", 100, "10.00", NEW_YEAR, PACK_END));
        var call = drawn(at("2025-03-31T23:59:59.999"), draw("P1", 1, 0, balance(100, 1, 0)));
        assertThat(Journal.entryOf(call, books).map(Entry::month)).contains(BillingMonth.parse("2025-03"));
    }

    /** 17 of 31 days have passed at the end of January. */
    @ParameterizedTest
    @CsvSource({"2025-01, 27.42", "2025-02, 22.58"})
    void eachMonthEarnsItsDaysOfATerm(String month, String earned) {
        buy(term("R1", "50.00", at("2025-01-15T00:00"), at("2025-02-15T00:00")));
        assertThat(elapsed(month, at("2026-01-01T00:00")))
                .containsExactly("liabilities:deferred:terms " + earned + " R1", "income:terms -" + earned + " R1");
    }

    @Test
    void aDayIsOverWhenItsTwentyFourHoursAre() {
        buy(term("R1", "31.00", at("2025-01-15T10:00"), at("2025-02-15T10:00")));
        assertThat(elapsed("2025-01", at("2025-01-16T09:59:59.999"))).isEmpty();
        assertThat(elapsed("2025-01", at("2025-01-16T10:00")))
                .containsExactly("liabilities:deferred:terms 1.00 R1", "income:terms -1.00 R1");
    }

    @Test
    void aNumberThatIsGivenUpLeavesBreakageAndEarnsNoMore() {
        buy(term("R1", "31.00", at("2025-01-15T00:00"), at("2025-02-15T00:00")));
        buy(term("R1", "28.00", at("2025-02-15T00:00"), at("2025-03-15T00:00")));
        var given = new NumberDeregistered(Usages.ACCOUNT, NUMBER, at("2025-01-20T18:00"));
        assertThat(posted(given)).containsExactly(
                "liabilities:deferred:terms 26.00 R1", "income:breakage -26.00 R1",
                "liabilities:deferred:terms 28.00 R1", "income:breakage -28.00 R1");
        books.take(given);
        assertThat(elapsed("2025-01", at("2026-01-01T00:00")))
                .containsExactly("liabilities:deferred:terms 5.00 R1", "income:terms -5.00 R1");
        assertThat(elapsed("2025-02", at("2026-01-01T00:00"))).isEmpty();
        assertThat(posted(given)).isEmpty();
    }

    /** 70 of 100 minutes remain of a pack of 10.00, and 6.00 come back for them. */
    @Test
    void aRefundGivesUpWhatIsDeferredAndKeepsTheRest() {
        buy(pack("P1", 100, "10.00", NEW_YEAR, PACK_END));
        var balance = new Balance(
                new Minutes(100), new Minutes(30), Minutes.ZERO, Minutes.ZERO, new Minutes(70));
        var refunded = new PackRefunded(
                Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId("P1"), REFUND, NEW_YEAR, new Minutes(70), balance);
        assertThat(posted(refunded))
                .containsExactly("liabilities:deferred:packs 7.00 P1", "income:refunds -7.00 P1");
        var returned = new Funds(Money.yuan("5.00"), Money.yuan("1.00"), Money.ZERO);
        assertThat(posted(new FundsReturned(Usages.ACCOUNT, REFUND, returned, NEW_YEAR, Funds.NONE)))
                .containsExactly("income:refunds 6.00", "liabilities:funds:cash -5.00", "liabilities:funds:gift -1.00");
    }

    @Test
    void aNumberThatIsRefundedEarnsNoMore() {
        buy(term("R1", "31.00", at("2025-01-15T00:00"), at("2025-02-15T00:00")));
        var refunded = new NumberRefunded(Usages.ACCOUNT, NUMBER, REFUND, at("2025-01-20T18:00"));
        assertThat(posted(refunded))
                .containsExactly("liabilities:deferred:terms 26.00 R1", "income:refunds -26.00 R1");
        books.take(refunded);
        assertThat(elapsed("2025-02", at("2026-01-01T00:00"))).isEmpty();
    }

    @Test
    void addOnsAreRefundedWithTheirPlan() {
        buy(term("R1", "31.00", at("2025-01-15T00:00"), at("2025-02-15T00:00")));
        buy(term("R2", "62.00", at("2025-01-15T00:00"), at("2025-02-15T00:00")));
        var refunded = new SeatsRefunded(
                Usages.ACCOUNT, NUMBER, List.of(new ResourceId("R2")), REFUND, at("2025-01-20T00:00"));
        assertThat(posted(refunded)).containsExactly(
                "liabilities:deferred:terms 26.00 R1", "income:refunds -26.00 R1",
                "liabilities:deferred:terms 52.00 R2", "income:refunds -52.00 R2");
    }

    @Test
    void whatIsLeftOnAVoucherCostsNothingOnceItHasLapsed() {
        books.take(voucher(at("2025-06-01T00:00")));
        books.take(new OrderPaid(
                Usages.ACCOUNT, new OrderId("O1"), NEW_YEAR, cash("0.00"),
                List.of(new VoucherUse(new VoucherId("V1"), Money.yuan("30.00"), Money.yuan("50.00"), List.of())),
                Funds.NONE));
        var voucher = books.vouchers().iterator().next();
        assertThat(lines(voucher.lapsed(at("2025-05-31T23:59:59.999")))).isEmpty();
        assertThat(lines(voucher.lapsed(at("2025-06-01T00:00"))))
                .containsExactly("liabilities:vouchers 50.00 V1", "expenses:promotions:vouchers -50.00 V1");
    }

    @Test
    void aVoucherIssuedTooLateLapsesAsItIsIssued() {
        assertThat(OpenVoucher.of(voucher(at("2024-06-01T00:00"))).lapsesAt()).isEqualTo(NEW_YEAR);
    }

    @Test
    void whatTheJournalHasNoPlaceForIsNotPassedBy() {
        assertThatThrownBy(() -> Journal.entryOf("gossip", books)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEntryOutOfBalanceCannotBe() {
        var half = List.of(new Posting(LedgerAccount.FUNDS_CASH, Money.yuan("0.01"), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Entry(
                EntryKind.FUNDS_CREDITED, Usages.ACCOUNT, NEW_YEAR, BillingMonth.of(NEW_YEAR), null, half));
    }

    private static VoucherIssued voucher(@Nullable Instant validUntil) {
        return new VoucherIssued(
                Usages.ACCOUNT, new VoucherId("V1"), Money.yuan("80.00"), NEW_YEAR, validUntil, null, List.of());
    }

    private void buy(OrderLine... lines) {
        var total = Money.sum(List.of(lines).stream().map(OrderLine::amount).toList());
        books.take(order("O1", NEW_YEAR, cash(total.toString()), lines));
    }

    private List<String> elapsed(String month, Instant now) {
        return books.terms().stream()
                .flatMap(term -> lines(term.daysElapsed(BillingMonth.parse(month), now)).stream())
                .toList();
    }

    private List<String> posted(Object event) {
        return lines(Journal.entryOf(event, books));
    }

    private static List<String> lines(Optional<Entry> entry) {
        return entry.stream().flatMap(found -> found.postings().stream()).map(JournalTest::line).toList();
    }

    private static String line(Posting posting) {
        var about = posting.resourceId() == null ? "" : " " + posting.resourceId();
        return posting.account().title() + " " + posting.amount() + about;
    }
}
