package io.minutebook.billing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentSplitTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final Instant NOW = Instant.parse("2025-01-15T04:00:00Z");

    /**
     * Cash 1,000.00, gift 100.00, revenue share 50.00; vouchers of 30.00, of nothing left, and lapsed just
     * now.
     */
    private static final Account ACME = new Account(
            ACCOUNT,
            "Acme",
            "91440300",
            false,
            new Funds(Money.yuan("1000.00"), Money.yuan("100.00"), Money.yuan("50.00")),
            List.of(
                    new Voucher(new VoucherId("thirty"), Money.yuan("30.00"), null),
                    new Voucher(new VoucherId("ten"), Money.yuan("10.00"), NOW.plusMillis(1)),
                    new Voucher(new VoucherId("spent"), Money.ZERO, null),
                    new Voucher(new VoucherId("lapsed"), Money.yuan("20.00"), NOW)),
            List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # payable, vouchers,   gift,  share, cash,   | voucher, gift,   share, cash
            # what is not given comes from gift, then revenue share, then cash
            80.00,     ,           ,      ,      ,         0.00,    80.00,  0.00,  0.00
            120.00,    ,           ,      ,      ,         0.00,    100.00, 20.00, 0.00
            500.00,    ,           ,      ,      ,         0.00,    100.00, 50.00, 350.00
            1150.00,   ,           ,      ,      ,         0.00,    100.00, 50.00, 1000.00
            # a kind that is given is taken exactly and skipped afterwards
            500.00,    ,           0.00,  ,      ,         0.00,    0.00,   50.00, 450.00
            500.00,    ,           ,      0.00,  ,         0.00,    100.00, 0.00,  400.00
            500.00,    ,           10.00, 20.00, ,         0.00,    10.00,  20.00, 470.00
            500.00,    ,           ,      ,      500.00,   0.00,    0.00,   0.00,  500.00
            500.00,    ,           ,      ,      450.00,   0.00,    50.00,  0.00,  450.00
            500.00,    ,           10.00, 20.00, 470.00,   0.00,    10.00,  20.00, 470.00
            # vouchers named come first, in full unless less is owed
            500.00,    thirty,     ,      ,      ,         30.00,   100.00, 50.00, 320.00
            20.00,     thirty,     ,      ,      ,         20.00,   0.00,   0.00,  0.00
            35.00,     ten thirty, ,      ,      ,         35.00,   0.00,   0.00,  0.00
            500.00,    thirty,     ,      ,      470.00,   30.00,   0.00,   0.00,  470.00
            500.00,    ten ten,    ,      ,      ,         10.00,   100.00, 50.00, 340.00
            0.00,      thirty,     ,      ,      ,         0.00,    0.00,   0.00,  0.00
            """)
    void moneyIsTakenAsTheBuyerWants(
            String payable,
            @Nullable String vouchers,
            @Nullable String givenGift,
            @Nullable String givenShare,
            @Nullable String givenCash,
            String voucher,
            String gift,
            String share,
            String cash) {
        var event = ACME.pay(order(payable, payment(vouchers, givenGift, givenShare, givenCash)));

        assertThat(event.paid())
                .isEqualTo(new Paid(Money.yuan(voucher), Money.yuan(gift), Money.yuan(share), Money.yuan(cash)));
        assertThat(event.paid().total()).isEqualTo(Money.yuan(payable));
        assertThat(event.funds().cash()).isEqualTo(Money.yuan("1000.00").minus(Money.yuan(cash)));
        assertThat(event.funds().gift()).isEqualTo(Money.yuan("100.00").minus(Money.yuan(gift)));
        assertThat(event.funds().revenueShare()).isEqualTo(Money.yuan("50.00").minus(Money.yuan(share)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # payable, vouchers,       gift,   share, cash,    refusal, in order of precedence
            5000.00,   spent unknown,  600.00, ,      9999.00, UNKNOWN_VOUCHER
            5000.00,   unknown,        ,       ,      ,        UNKNOWN_VOUCHER
            5000.00,   thirty spent,   9999.00, ,     ,        VOUCHER_SPENT
            10.00,     lapsed,         ,       ,      ,        VOUCHER_SPENT
            5000.00,   ,               101.00, 0.00,  4898.00, PAYMENT_MISMATCH
            500.00,    ,               ,       ,      500.01,  PAYMENT_MISMATCH
            500.00,    ,               0.00,   0.00,  499.99,  PAYMENT_MISMATCH
            500.00,    thirty,         ,       ,      500.00,  PAYMENT_MISMATCH
            1150.01,   ,               ,       ,      ,        INSUFFICIENT_FUNDS
            500.00,    ,               100.01, ,      ,        INSUFFICIENT_FUNDS
            500.00,    ,               ,       50.01, ,        INSUFFICIENT_FUNDS
            1001.00,   ,               ,       ,      1001.00, INSUFFICIENT_FUNDS
            160.00,    ,               ,       ,      9.00,    INSUFFICIENT_FUNDS
            1180.01,   thirty,         ,       ,      ,        INSUFFICIENT_FUNDS
            """)
    void aPaymentThatBreaksARuleIsRefused(
            String payable,
            @Nullable String vouchers,
            @Nullable String gift,
            @Nullable String share,
            @Nullable String cash,
            AccountRefusal refusal) {
        var order = order(payable, payment(vouchers, gift, share, cash));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ACME.pay(order))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(refusal));
    }

    @Test
    void whatIsLeftOnAVoucherStaysUsable() {
        var paid = ACME.pay(order("20.00", payment("thirty", null, null, null)));
        var after = ACME.evolve(paid);

        assertThat(paid.vouchers())
                .containsExactly(new VoucherUse(new VoucherId("thirty"), Money.yuan("20.00"), Money.yuan("10.00")));
        assertThat(after.voucher(new VoucherId("thirty")))
                .get()
                .extracting(Voucher::left)
                .isEqualTo(Money.yuan("10.00"));
    }

    @Test
    void aVoucherThatIsNotNeededIsNotUsed() {
        var paid = ACME.pay(order("10.00", payment("ten thirty", null, null, null)));

        assertThat(paid.vouchers()).extracting(use -> use.voucherId().value()).containsExactly("ten");
    }

    @Test
    void anAmountGivenIsNeverNegative() {
        assertThatThrownBy(() -> payment(null, "-100.00", null, "600.00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PayOrder order(String payable, Payment payment) {
        return new PayOrder(ACCOUNT, new OrderId("O1"), Money.yuan(payable), payment, NOW);
    }

    private static Payment payment(
            @Nullable String vouchers, @Nullable String gift, @Nullable String share, @Nullable String cash) {
        var named = vouchers == null
                ? List.<VoucherId>of()
                : Stream.of(vouchers.split(" ")).map(VoucherId::new).toList();
        return new Payment(named, yuan(gift), yuan(share), yuan(cash));
    }

    private static @Nullable Money yuan(@Nullable String amount) {
        return amount == null ? null : Money.yuan(amount);
    }
}
