package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.PricingTest.custom;
import static io.minutebook.billing.orders.PricingTest.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.AccountRefusal;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.packs.GrantPack;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final Instant BOUGHT_AT = Instant.parse("2023-07-24T02:00:00Z");

    private final PriceBook priceBook = PriceBookFile.shipped();
    private final DomainFixture domain = new DomainFixture();
    private final CountedIds ids = new CountedIds();

    @BeforeEach
    void openTheDeskForAnAccountWithFunds() {
        subscribe(new PriceDesk(priceBook, domain::promotions, domain.commands()));
        subscribe(new OrderDesk(new Pricing(priceBook), ids, domain.commands()));
        domain.send(new RegisterAccount(ACCOUNT, "Acme", "91440300"));
        domain.send(new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("5000.00"), "transfer", BOUGHT_AT));
    }

    private void subscribe(Object desk) {
        new AnnotationCommandHandlerAdapter<>(desk).subscribe(domain.bus());
    }

    @Test
    void anOrderIsPricedPaidAndDelivered() {
        var order = place(fixed("landline-outbound-30000", 1L));

        assertThat(order.orderId()).isEqualTo(new OrderId("O000000000001"));
        assertThat(order.placedAt()).isEqualTo(BOUGHT_AT);
        assertThat(order.priceBookVersion()).isEqualTo(priceBook.version());
        assertThat(order.payable()).isEqualTo(Money.yuan("4260.00"));
        assertThat(order.paid()).isEqualTo(cash("4260.00"));
        assertThat(order.warnings()).hasSize(2);
        assertThat(domain.eventsOf("order-O000000000001")).containsExactly(order);
        assertThat(domain.eventsOf("account-1")).last().isInstanceOf(OrderPaid.class);
    }

    @Test
    void thePackIsUsableFromThePurchaseThroughTheSameDayAYearLater() {
        var line = place(fixed("landline-outbound-30000", 1L)).lines().getFirst();

        assertThat(line.validFrom()).isEqualTo(BOUGHT_AT);
        assertThat(line.validUntil()).isEqualTo("2024-07-24T16:00:00Z");
        assertThat(line.lastDay()).isEqualTo("2024-07-24");
        assertThat(domain.eventsOf("packs-1-LANDLINE_OUTBOUND")).singleElement().isEqualTo(new PackGranted(
                ACCOUNT,
                Meter.LANDLINE_OUTBOUND,
                new PackId(line.resourceId()),
                line.product(),
                new Minutes(30_000),
                UnitPrice.of("0.142"),
                BOUGHT_AT,
                line.validUntil(),
                new OrderId("O000000000001")));
    }

    @Test
    void everyPackIsAResourceOfItsOwnInThePoolOfItsMeter() {
        var order = place(custom("landline-outbound-custom", 5_000), custom("audio-custom", 1_000),
                fixed("landline-outbound-10000", 2L));

        assertThat(order.lines()).extracting(OrderLine::resourceId).containsExactly("P1", "P2", "P3", "P4");
        assertThat(packsIn("packs-1-LANDLINE_OUTBOUND")).containsExactly("P1", "P3", "P4");
        assertThat(packsIn("packs-1-AUDIO")).containsExactly("P2");
    }

    @Test
    void eachLineSaysWhoPaidWhichPartOfIt() {
        domain.send(new CreditFunds(ACCOUNT, FundsKind.GIFT, Money.yuan("400.00"), "welcome", BOUGHT_AT));

        var order = place(custom("audio-custom", 10_000), custom("landline-outbound-custom", 5_000));

        assertThat(order.paid()).isEqualTo(paid("600.00", "400.00"));
        assertThat(order.lines())
                .extracting(OrderLine::paid)
                .containsExactly(paid("150.00", "100.00"), paid("450.00", "300.00"));
    }

    @Test
    void aRefusedPriceUsesNoIds() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> place(custom("audio-custom", 999)));

        assertThat(ids.drawn()).isZero();
    }

    @Test
    void anOrderThatCannotBePaidIsRefusedAsItIsAndDeliversNothing() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> place(fixed("landline-outbound-50000", 1L)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(AccountRefusal.INSUFFICIENT_FUNDS));

        assertThat(domain.eventsOf("order-O000000000001")).isEmpty();
        assertThat(domain.eventsOf("packs-1-LANDLINE_OUTBOUND")).isEmpty();
    }

    @Test
    void nothingIsPaidWhenAPackCannotBeDelivered() {
        var before = domain.eventsOf("account-1");
        domain.refuseEvery(GrantPack.class);

        assertThatThrownBy(() -> place(custom("audio-custom", 1_000))).hasMessage("refused by the test");

        assertThat(domain.eventsOf("account-1")).isEqualTo(before);
        assertThat(domain.eventsOf("order-O000000000001")).isEmpty();
    }

    @Test
    void anUnknownAccountCannotOrder() {
        var order = new PlaceOrder(
                new AccountId("2"), List.of(custom("audio-custom", 1_000)), Payment.UNSPECIFIED, BOUGHT_AT);

        assertThatThrownBy(() -> domain.send(order)).isInstanceOf(AggregateNotFoundException.class);
    }

    private OrderPlaced place(OrderItem... items) {
        var command = new PlaceOrder(ACCOUNT, List.of(items), Payment.UNSPECIFIED, BOUGHT_AT);
        return (OrderPlaced) domain.send(command);
    }

    private List<String> packsIn(String pool) {
        return domain.eventsOf(pool).stream()
                .map(event -> ((PackGranted) event).packId().value())
                .toList();
    }

    private static Paid cash(String amount) {
        return paid(amount, "0.00");
    }

    private static Paid paid(String cash, String gift) {
        return new Paid(Money.ZERO, Money.yuan(gift), Money.ZERO, Money.yuan(cash));
    }
}
