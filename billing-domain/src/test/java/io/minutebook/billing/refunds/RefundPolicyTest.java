package io.minutebook.billing.refunds;

import static io.minutebook.billing.refunds.Cases.asked;
import static io.minutebook.billing.refunds.Cases.bought;
import static io.minutebook.billing.refunds.Cases.cash;
import static io.minutebook.billing.refunds.Cases.number;
import static io.minutebook.billing.refunds.Cases.pack;
import static io.minutebook.billing.refunds.Cases.seats;
import static io.minutebook.billing.refunds.Cases.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.usage.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundPolicyTest {

    private final RefundPolicy policy = new RefundPolicy(RefundTerms.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LANDLINE_OUTBOUND | 4260.00 | 0.142 |  12345 | 4260.00 | 1   | 2507.01 | 4260.00 - 12345 x 0.142 = 2507.01
            LANDLINE_OUTBOUND | 4260.00 | 0.142 |  12345 | 3408.00 | 0.9 | 1830.31 | 3408.00 - 12345 x 0.142 x 0.90 = 1830.31
            LANDLINE_OUTBOUND | 1450.00 | 0.145 |      1 | 1450.00 | 1   | 1449.86 | 1450.00 - 1 x 0.145 = 1449.86
            AUDIO             |  250.00 | 0.025 |   3333 |  250.00 | 1   |  166.68 | 250.00 - 3333 x 0.025 = 166.68
            TOLL_FREE_INBOUND | 1480.00 | 0.148 |      0 | 1480.00 | 1   | 1480.00 | 1480.00 - 0 x 0.148 = 1480.00
            TOLL_FREE_INBOUND | 1480.00 | 0.148 |  10000 | 1480.00 | 1   |    0.00 | 1480.00 - 10000 x 0.148 = 0.00
            LANDLINE_OUTBOUND | 4260.00 | 0.142 |  30000 | 3408.00 | 1   |    0.00 | max(0, 3408.00 - 30000 x 0.142) = 0.00
            """)
    void aPackGivesBackWhatWasPaidLessTheMinutesDrawnAtTheDiscountOfNow(
            Meter meter, String list, String unitPrice, long drawn, String paid, String discount, String amount,
            String formula) {
        var decision = policy.decide(asked(
                pack(meter, drawn, unitPrice), "2025-06-01T12:00", Standing.GOOD, discount,
                bought(list, cash(paid), "2025-01-10T09:00")));

        assertThat(decision.amount()).isEqualTo(yuan(amount));
        assertThat(decision.formula()).isEqualTo(formula);
        assertThat(decision.rule()).isEqualTo(RefundRule.UNUSED_MINUTES);
    }

    @Test
    void vouchersStayAwayAndTheRestGoesBackInProportionToWhereItCameFrom() {
        var paid = new Paid(yuan("260.00"), yuan("1000.00"), Money.ZERO, yuan("3000.00"));

        var decision = policy.decide(asked(
                pack(Meter.LANDLINE_OUTBOUND, 12_345, "0.142"), "2025-06-01T12:00",
                bought("4260.00", paid, "2025-01-10T09:00")));

        assertThat(decision.amount()).isEqualTo(yuan("2247.01"));
        assertThat(decision.split()).isEqualTo(new Split(yuan("1685.26"), yuan("561.75"), Money.ZERO));
        assertThat(decision.paid()).isEqualTo(yuan("4000.00"));
        assertThat(decision.consumed()).hasToString("1752.99");
    }

    @Test
    void whatAVoucherPaidInFullGivesNothingBack() {
        var voucher = new Paid(yuan("4260.00"), Money.ZERO, Money.ZERO, Money.ZERO);

        var decision = policy.decide(asked(
                pack(Meter.LANDLINE_OUTBOUND, 0, "0.142"), "2025-06-01T12:00",
                bought("4260.00", voucher, "2025-01-10T09:00")));

        assertThat(decision.split()).isEqualTo(Split.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-02-10T09:00:00, 256.91
            2025-01-15T10:00:00, 298.34
            2025-01-16T10:00:00, 298.34
            2025-01-16T10:00:01, 296.69
            2025-06-30T23:59:59, 23.20
            """)
    void rentGivesBackWhatWasPaidLessTheDaysBegun(String at, String amount) {
        var decision = policy.decide(asked(
                number("2025-01-15T10:00", "2025-07-15T10:00"), at,
                bought("300.00", cash("300.00"), "2025-01-15T10:00")));

        assertThat(decision.amount()).isEqualTo(yuan(amount));
        assertThat(decision.rule()).isEqualTo(RefundRule.UNUSED_DAYS);
    }

    @Test
    void ofARenewedNumberTermsAheadComeBackInFullAndTermsOverNotAtAll() {
        var decision = policy.decide(asked(
                number("2025-01-15T10:00", "2025-02-15T10:00", "2025-03-15T10:00", "2025-04-15T10:00"),
                "2025-02-25T11:00",
                bought("50.00", cash("50.00"), "2025-01-15T10:00"),
                bought("50.00", cash("50.00"), "2025-02-14T10:00"),
                bought("50.00", cash("40.00"), "2025-02-14T11:00")));

        assertThat(decision.amount()).isEqualTo(yuan("70.36"));
        assertThat(decision.formula()).isEqualTo("50.00 - 50.00 x 11 / 28 + 40.00 - 50.00 x 0 / 31 = 70.36");
        assertThat(decision.consumed()).hasToString("19.64285714");
    }

    @ParameterizedTest
    @CsvSource({"2025-01-15T10:00:00", "2025-01-20T23:59:59"})
    void seatsGiveAllBackThroughTheFifthDayCashAndGiftApart(String at) {
        var plan = new Paid(Money.ZERO, yuan("97.00"), Money.ZERO, yuan("800.00"));
        var addOn = new Paid(yuan("99.00"), yuan("100.00"), yuan("50.00"), yuan("50.00"));

        var decision = policy.decide(asked(
                seats("2025-01-15T10:00", "2025-02-15T10:00"), at,
                bought("897.00", plan, "2025-01-15T10:00"),
                bought("299.00", addOn, "2025-01-15T10:00")));

        assertThat(decision.split()).isEqualTo(new Split(yuan("850.00"), yuan("197.00"), yuan("50.00")));
        assertThat(decision.formula()).isEqualTo("897.00 + 200.00 = 1097.00");
        assertThat(decision.rule()).isEqualTo(RefundRule.FULL_WITHIN_DAYS);
    }
}
