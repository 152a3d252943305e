package io.minutebook.billing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestrictedVouchersTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final Instant NOW = Instant.parse("2025-01-15T04:00:00Z");

    private static final Account ACME = new Account(
            ACCOUNT,
            "Acme",
            "91440300",
            false,
            new Funds(Money.yuan("1000.00"), Money.ZERO, Money.ZERO),
            List.of(
                    voucher("any", "100.00", null, null),
                    voucher("numbers", "80.00", null, null, "number-400", "number-landline"),
                    voucher("seats", "500.00", null, null, "seats-standard"),
                    voucher("from300", "50.00", null, "300.00"),
                    voucher("numbers200", "50.00", null, "200.00", "number-400"),
                    voucher("ending", "70.00", NOW.plusMillis(1), null),
                    voucher("lapsed", "20.00", NOW, null),
                    voucher("spent", "0.00", NOW, null)),
            List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # lines,                                vouchers,           voucher, cash
            number-400 108.00,                      numbers,            80.00,   28.00
            number-400 60.00,                       numbers,            60.00,   0.00
            number-400 60.00/seats-standard 597.00, numbers,            60.00,   597.00
            seats-standard 597.00/number-400 60.00, seats numbers,      560.00,  97.00
            # what may pay anything leaves the lines of a product to its voucher
            seats-standard 60.00/number-400 60.00,  any numbers,        120.00,  0.00
            number-400 50.00/number-landline 50.00, numbers any,        100.00,  0.00
            # the minimum counts the lines that the voucher may pay, before any voucher
            seats-standard 597.00,                  from300,            50.00,   547.00
            number-400 300.00,                      any from300,        150.00,  150.00
            number-400 200.00,                      numbers200,         50.00,   150.00
            """)
    void aVoucherPaysTheLinesOfItsProductsAlone(String lines, String vouchers, String voucher, String cash) {
        var paid = ACME.pay(order(lines, vouchers)).paid();

        assertThat(paid).isEqualTo(new Paid(Money.yuan(voucher), Money.ZERO, Money.ZERO, Money.yuan(cash)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            number-400 108.00,                      unknown spent seats, UNKNOWN_VOUCHER
            number-400 108.00,                      seats spent,         VOUCHER_SPENT
            number-400 108.00,                      lapsed,              VOUCHER_SPENT
            number-400 108.00,                      seats,               VOUCHER_NOT_APPLICABLE
            number-400 299.99,                      from300,             VOUCHER_NOT_APPLICABLE
            number-400 199.99/seats-standard 10.00, numbers200,          VOUCHER_NOT_APPLICABLE
            number-400 1999.99,                     numbers,             INSUFFICIENT_FUNDS
            """)
    void aVoucherThatDoesNotFitIsRefused(String lines, String vouchers, AccountRefusal refusal) {
        var order = order(lines, vouchers);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ACME.pay(order))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(refusal));
    }

    @Test
    void itsShareOfEachLineIsStatedAndInProportion() {
        var use = ACME.pay(order("number-400 100.00/seats-standard 5.00/number-landline 200.00", "numbers"))
                .vouchers()
                .getFirst();

        assertThat(use.shares())
                .containsExactly(
                        new VoucherShare(0, Money.yuan("26.67")), new VoucherShare(2, Money.yuan("53.33")));
        assertThat(use.left()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatIsLeftLapsesAtItsEndAndOnlyOnce() {
        var end = NOW.plusMillis(1);

        assertThat(ACME.expire(new ExpireVouchers(ACCOUNT, NOW)))
                .containsExactly(new VoucherExpired(ACCOUNT, new VoucherId("lapsed"), Money.yuan("20.00"), NOW));
        var lapsed = ACME.expire(new ExpireVouchers(ACCOUNT, end));
        assertThat(lapsed).extracting(event -> event.voucherId().value()).containsExactly("lapsed", "ending");
        var after = ACME;
        for (var event : lapsed) after = after.evolve(event);
        assertThat(after.expire(new ExpireVouchers(ACCOUNT, end))).isEmpty();
    }

    private static PayOrder order(String lines, String vouchers) {
        var payable = Stream.of(lines.split("/"))
                .map(line -> line.split(" "))
                .map(line -> new PayableLine(new ProductCode(line[0]), Money.yuan(line[1])))
                .toList();
        var named = Stream.of(vouchers.split(" ")).map(VoucherId::new).toList();
        return new PayOrder(ACCOUNT, new OrderId("O1"), payable, new Payment(named, null, null, null), NOW);
    }

    private static Voucher voucher(
            String id, String left, @Nullable Instant validUntil, @Nullable String minimum, String... products) {
        return new Voucher(
                new VoucherId(id),
                Money.yuan(left),
                validUntil,
                minimum == null ? null : Money.yuan(minimum),
                Stream.of(products).map(ProductCode::new).toList());
    }
}
