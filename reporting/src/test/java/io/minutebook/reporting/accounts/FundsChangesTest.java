package io.minutebook.reporting.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.VoucherExpired;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.account.VoucherUse;
import io.minutebook.reporting.accounts.FundsStatement.Balances;
import io.minutebook.reporting.accounts.Movement.Event;
import io.minutebook.reporting.accounts.Movement.Kind;
import io.minutebook.reporting.accounts.Movement.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FundsChangesTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final OrderId ORDER = new OrderId("O000000000001");
    private static final VoucherId VOUCHER = new VoucherId("V-1");
    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final BillingMonth FEBRUARY = JANUARY.next();
    private static final List<FundsKind> KINDS = List.of(FundsKind.values());
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private final FundsChanges changes = new FundsChanges();
    private Funds funds = Funds.NONE;
    private long position;

    @Test
    void aCreditIsAMovementWithItsReferenceAndTheBalanceItLeft() {
        credit(FundsKind.GIFT, "10.00", at("2025-01-05T09:00:00+08:00"));

        assertThat(january().items()).containsExactly(new Movement(
                at("2025-01-05T09:00:00+08:00"), Kind.GIFT, yuan("10.00"), yuan("10.00"), Reason.CREDITED, "wire", null,
                null, null, new Event(1, "account.funds-credited")));
        assertThat(january().opening()).isEqualTo(held("0.00", "0.00", "0.00", "0.00"));
        assertThat(january().closing()).isEqualTo(held("0.00", "10.00", "0.00", "0.00"));
    }

    @Test
    void anOrderMovesEachKindItWasPaidFromAndEachVoucher() {
        credit(FundsKind.CASH, "10.00", at("2025-01-05T09:00:00+08:00"));
        voucher("5.00", at("2025-01-06T09:00:00+08:00"), null);
        pay("2.00", "3.00", at("2025-01-07T09:00:00+08:00"));

        assertThat(january().items().subList(2, 4)).satisfiesExactly(
                spent -> {
                    assertThat(spent.voucherId()).isEqualTo(VOUCHER);
                    assertThat(spent.amount()).isEqualTo(yuan("-2.00"));
                    assertThat(spent.balance()).isEqualTo(yuan("3.00"));
                },
                spent -> {
                    assertThat(spent.kind()).isEqualTo(Kind.CASH);
                    assertThat(spent.orderId()).isEqualTo(ORDER);
                    assertThat(spent.amount()).isEqualTo(yuan("-3.00"));
                    assertThat(spent.balance()).isEqualTo(yuan("7.00"));
                });
    }

    @Test
    void theLastMillisecondOfAMonthInShanghaiBelongsToItAndTheNextDoesNot() {
        credit(FundsKind.CASH, "1.00", at("2025-01-31T23:59:59.999+08:00"));
        credit(FundsKind.CASH, "2.00", at("2025-02-01T00:00:00+08:00"));

        assertThat(january().items()).extracting(Movement::amount).containsExactly(yuan("1.00"));
        assertThat(of(FEBRUARY).items()).extracting(Movement::amount).containsExactly(yuan("2.00"));
        assertThat(of(FEBRUARY).opening().cash()).isEqualTo(yuan("1.00"));
    }

    @Test
    void whatIsLeftOnAVoucherGoesOutWhenItsValidityIsOver() {
        var lapses = at("2025-02-03T00:00:00+08:00");
        voucher("5.00", at("2025-01-06T09:00:00+08:00"), lapses);
        credit(FundsKind.CASH, "10.00", at("2025-01-06T10:00:00+08:00"));
        pay("2.00", "1.00", at("2025-01-07T09:00:00+08:00"));

        assertThat(of(FEBRUARY).opening().voucher()).isEqualTo(yuan("3.00"));
        assertThat(of(FEBRUARY).items()).containsExactly(new Movement(
                lapses, Kind.VOUCHER, yuan("-3.00"), yuan("0.00"), Reason.VOUCHER_LAPSED, null, null, VOUCHER,
                null, new Event(1, "account.voucher-issued")));
        assertThat(changes.of(ACCOUNT, FEBRUARY, lapses.minusMillis(1)).items()).isEmpty();
    }

    @Test
    void aLapseThatIsRecordedIsOneMovementUnderItsOwnEvent() {
        var lapses = at("2025-02-03T00:00:00+08:00");
        voucher("5.00", at("2025-01-06T09:00:00+08:00"), lapses);
        changes.add(new VoucherExpired(ACCOUNT, VOUCHER, yuan("5.00"), lapses), ++position);

        assertThat(of(FEBRUARY).items()).containsExactly(new Movement(
                lapses, Kind.VOUCHER, yuan("-5.00"), yuan("0.00"), Reason.VOUCHER_LAPSED, null, null, VOUCHER,
                null, new Event(2, "account.voucher-expired")));
    }

    @Test
    void aRefundMovesEachKindThatCameBackAndNoOther() {
        var refund = new RefundId("F000000000009");
        var back = new Funds(yuan("3.00"), yuan("2.00"), Money.ZERO);
        var at = at("2025-01-09T09:00:00+08:00");

        changes.add(new FundsReturned(ACCOUNT, refund, back, at, back), ++position);

        assertThat(january().items())
                .extracting(Movement::kind, Movement::amount, Movement::reason, Movement::refundId)
                .containsExactly(
                        tuple(Kind.GIFT, yuan("2.00"), Reason.REFUNDED, refund),
                        tuple(Kind.CASH, yuan("3.00"), Reason.REFUNDED, refund));
        assertThat(january().closing()).isEqualTo(held("3.00", "2.00", "0.00", "0.00"));
    }

    @Test
    void aVoucherIssuedAfterItsValidityGoesOutAsItComesIn() {
        var issued = at("2025-01-06T09:00:00+08:00");
        voucher("5.00", issued, at("2024-01-01T00:00:00+08:00"));

        assertThat(january().items()).extracting(Movement::at).containsExactly(issued, issued);
        assertThat(january().items()).extracting(Movement::amount).containsExactly(yuan("5.00"), yuan("-5.00"));
        assertThat(january().closing().voucher()).isEqualTo(Money.ZERO);
    }

    @Test
    void aVoucherThatIsUsedUpDoesNotLapse() {
        voucher("2.00", at("2025-01-06T09:00:00+08:00"), at("2025-01-20T00:00:00+08:00"));
        pay("2.00", "0.00", at("2025-01-07T09:00:00+08:00"));

        assertThat(january().items()).extracting(Movement::reason)
                .containsExactly(Reason.VOUCHER_ISSUED, Reason.ORDER_PAID);
    }

    @Test
    void whatWasRecordedInAnotherOrderThanItHappenedAddsUpAllTheSame() {
        credit(FundsKind.CASH, "2.00", at("2025-02-01T00:00:00.001+08:00"));
        credit(FundsKind.CASH, "1.00", at("2025-01-31T23:59:59.999+08:00"));

        assertThat(january().closing().cash()).isEqualTo(yuan("1.00"));
        assertThat(of(FEBRUARY).items()).extracting(Movement::balance).containsExactly(yuan("3.00"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void openingAndMovementsMakeTheClosingOfEveryMonth(long seed) {
        var random = new Random(seed);
        var time = at("2024-11-20T00:00:00+08:00");
        changes.add(new AccountRegistered(ACCOUNT, "Acme", "E-1"), ++position);
        for (int i = 0; i < 200; i++) {
            time = time.plus(Duration.ofMinutes(random.nextInt(2_000)));
            live(random, time, i);
        }
        var opening = held("0.00", "0.00", "0.00", "0.00");
        for (var month = BillingMonth.parse("2024-10"); month.compareTo(BillingMonth.parse("2026-12")) < 0;
                month = month.next()) {
            var statement = of(month);
            assertThat(statement.opening()).as("%s of seed %s", month, seed).isEqualTo(opening);
            assertAddsUp(statement);
            opening = statement.closing();
        }
        assertThat(opening.cash()).isEqualTo(funds.cash());
        assertThat(opening.gift()).isEqualTo(funds.gift());
        assertThat(opening.revenueShare()).isEqualTo(funds.revenueShare());
        assertThat(opening.voucher()).as("all vouchers have lapsed").isEqualTo(Money.ZERO);
    }

    /** A credit, a voucher of its own, or an order from what there is. */
    private void live(Random random, Instant time, int number) {
        var amount = new Money(1 + random.nextInt(10_000));
        switch (random.nextInt(3)) {
            case 0 -> credit(KINDS.get(random.nextInt(KINDS.size())), amount.toString(), time);
            case 1 -> {
                var id = new VoucherId("V-" + number);
                var end = time.plus(Duration.ofDays(1 + random.nextInt(60)));
                changes.add(new VoucherIssued(ACCOUNT, id, amount, time, end, null, List.of()), ++position);
                var used = amount.min(new Money(random.nextInt(5_000)));
                if (!used.isZero()) payWith(id, used, amount.minus(used), Money.ZERO, time.plusSeconds(1));
            }
            default -> payWith(VOUCHER, Money.ZERO, Money.ZERO, funds.cash().min(amount), time);
        }
    }

    private static void assertAddsUp(FundsStatement statement) {
        for (var kind : Kind.values()) {
            var balance = of(statement.opening(), kind);
            for (var movement : statement.items()) {
                if (movement.kind() != kind) continue;
                balance = balance.plus(movement.amount());
                assertThat(movement.balance()).isEqualTo(balance);
            }
            assertThat(of(statement.closing(), kind)).isEqualTo(balance);
        }
    }

    private static Money of(Balances balances, Kind kind) {
        return switch (kind) {
            case CASH -> balances.cash();
            case GIFT -> balances.gift();
            case REVENUE_SHARE -> balances.revenueShare();
            case VOUCHER -> balances.voucher();
        };
    }

    private void credit(FundsKind kind, String amount, Instant time) {
        var more = yuan(amount);
        funds = new Funds(
                funds.cash().plus(kind == FundsKind.CASH ? more : Money.ZERO),
                funds.gift().plus(kind == FundsKind.GIFT ? more : Money.ZERO),
                funds.revenueShare().plus(kind == FundsKind.REVENUE_SHARE ? more : Money.ZERO));
        changes.add(new FundsCredited(ACCOUNT, kind, more, "wire", time, funds), ++position);
    }

    private void voucher(String amount, Instant time, @Nullable Instant until) {
        changes.add(new VoucherIssued(ACCOUNT, VOUCHER, yuan(amount), time, until, null, List.of()), ++position);
    }

    /** From a voucher of 5 yuan, or one that this uses up. */
    private void pay(String fromVoucher, String cash, Instant time) {
        var left = yuan("0.00").equals(yuan(cash)) ? Money.ZERO : yuan("5.00").minus(yuan(fromVoucher));
        payWith(VOUCHER, yuan(fromVoucher), left, yuan(cash), time);
    }

    private void payWith(VoucherId voucher, Money fromVoucher, Money left, Money cash, Instant time) {
        funds = new Funds(funds.cash().minus(cash), funds.gift(), funds.revenueShare());
        var uses = fromVoucher.isZero() ? List.<VoucherUse>of() : List.of(new VoucherUse(voucher, fromVoucher, left, List.of()));
        var paid = new Paid(fromVoucher, Money.ZERO, Money.ZERO, cash);
        changes.add(new OrderPaid(ACCOUNT, ORDER, time, paid, uses, funds), ++position);
    }

    private FundsStatement january() {
        return of(JANUARY);
    }

    private FundsStatement of(BillingMonth month) {
        return changes.of(ACCOUNT, month, LATER);
    }

    private static Balances held(String cash, String gift, String revenueShare, String voucher) {
        return new Balances(yuan(cash), yuan(gift), yuan(revenueShare), yuan(voucher));
    }

    private static Money yuan(String text) {
        return Money.yuan(text);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
