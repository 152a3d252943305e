package io.minutebook.billing.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.AlertThresholds;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a payment makes funds low. */
class FundsRanLowTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final Instant NOW = Instant.parse("2025-01-15T04:00:00Z");

    private final DomainFixture domain =
            new DomainFixture(new AlertThresholds(List.of(), Money.yuan("500.00")));
    private int orders;

    @BeforeEach
    void open() {
        domain.send(new RegisterAccount(ACCOUNT, "Acme", "91440300"));
        credit(FundsKind.CASH, "800.00");
        credit(FundsKind.GIFT, "200.00");
    }

    @Test
    void aPaymentThatLeavesLessThanTheThresholdOfAllKindsTogetherIsToldOnce() {
        pay("500.00");
        assertThat(told()).isEmpty();

        pay("0.01");
        pay("100.00");

        assertThat(told()).singleElement().satisfies(low -> {
            assertThat(low.orderId()).isEqualTo(new OrderId("O2"));
            assertThat(low.funds().total()).isEqualTo(Money.yuan("499.99"));
            assertThat(low.threshold()).isEqualTo(Money.yuan("500.00"));
        });
    }

    @Test
    void whoHasEnoughAgainIsToldOfTheNextFall() {
        pay("900.00");
        credit(FundsKind.CASH, "399.99");
        pay("1.00");
        assertThat(told()).as("never above since").hasSize(1);

        credit(FundsKind.CASH, "1.01");
        pay("0.01");

        assertThat(told()).hasSize(2);
    }

    @Test
    void aThresholdOfZeroTellsNobody() {
        var silent = new DomainFixture();
        silent.send(new RegisterAccount(ACCOUNT, "Acme", "91440300"));
        silent.send(new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("1.00"), "transfer", NOW));
        silent.send(payment(new OrderId("O1"), "1.00"));
        assertThat(silent.eventsOf("account-1")).noneMatch(FundsRanLow.class::isInstance);
    }

    private void credit(FundsKind kind, String amount) {
        domain.send(new CreditFunds(ACCOUNT, kind, Money.yuan(amount), "transfer", NOW));
    }

    private void pay(String amount) {
        var order = new OrderId("O" + ++orders);
        domain.send(payment(order, amount));
    }

    private static PayOrder payment(OrderId order, String amount) {
        var line = new PayableLine(new ProductCode("audio-custom"), Money.yuan(amount));
        return new PayOrder(ACCOUNT, order, List.of(line), Payment.UNSPECIFIED, NOW);
    }

    private List<FundsRanLow> told() {
        return domain.eventsOf("account-1").stream()
                .filter(FundsRanLow.class::isInstance)
                .map(FundsRanLow.class::cast)
                .toList();
    }
}
