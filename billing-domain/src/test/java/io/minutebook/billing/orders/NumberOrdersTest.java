package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.number;
import static io.minutebook.billing.orders.Items.renewedNumber;
import static io.minutebook.billing.orders.Items.seats;
import static io.minutebook.billing.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.numbers.AutoRenewalSet;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberOrdersTest {

    private static final String BOUGHT = "2025-01-31T10:00:00+08:00";
    private static final ResourceId NUMBER = new ResourceId("R1");

    private final Desks desks = new Desks("10000.00");

    @Test
    void everyNumberIsAResourceWithAStreamOfItsOwn() {
        var order = desks.place(BOUGHT, number("number-landline", 2, 6), number("number-400", 1, 12));

        assertThat(order.payable()).isEqualTo(Money.yuan("1896.00"));
        assertThat(order.lines()).extracting(OrderLine::resourceId).containsExactly("R1", "R2", "R3");
        assertThat(List.of("R1", "R2", "R3")).allSatisfy(id ->
                assertThat(desks.numberEvents(id)).singleElement().isInstanceOf(NumberRented.class));
    }

    @Test
    void aRenewalBeginsAtTheOldEndAndCountsFromTheFirstStart() {
        desks.place(BOUGHT, number("number-400", 1, 1));

        var line = desks.renew("2025-02-20T00:00:00+08:00", "R1", null).lines().getFirst();

        assertThat(line.transaction()).isEqualTo(Transaction.RENEWAL);
        assertThat(line.amount()).isEqualTo(Money.yuan("108.00"));
        assertThat(line.validFrom()).isEqualTo("2025-02-28T10:00:00+08:00");
        assertThat(line.validUntil()).isEqualTo("2025-03-31T10:00:00+08:00");
        assertRefused("TERM_INVALID", () -> desks.renew("2025-02-21T00:00:00+08:00", "R1", 37L));
        assertRefused("RESOURCE_NOT_ACTIVE", () -> desks.renew("2025-03-31T10:00:00+08:00", "R1", 1L));
    }

    @Test
    void aNumberEndsAtItsEndAndOnlyOnce() {
        desks.place(BOUGHT, number("number-400", 1, 1));
        var end = Instant.parse("2025-02-28T10:00:00+08:00");

        desks.passNumberTime("R1", end.minusMillis(1));
        assertThat(desks.numberEvents("R1")).hasSize(3).noneMatch(NumberExpired.class::isInstance);
        desks.passNumberTime("R1", end);
        desks.passNumberTime("R1", end);

        assertThat(desks.numberEvents("R1")).hasSize(4).last().isEqualTo(new NumberExpired(Desks.ACCOUNT, NUMBER, end));
    }

    /** Each renewal is an order of its own at the end, as long as the funds last: here for two months. */
    @Test
    void aNumberRenewsItselfMonthByMonthUntilTheFundsDoNotCoverTheRent() {
        var poor = new Desks("349.99");
        poor.place(BOUGHT, renewedNumber("number-400", 1));

        poor.passNumberTime("R1", Instant.parse("2026-01-01T00:00:00Z"));

        var renewals = poor.numberEvents("R1").stream()
                .filter(NumberRenewed.class::isInstance)
                .map(NumberRenewed.class::cast)
                .toList();
        assertThat(renewals).extracting(NumberRenewed::automatic).containsExactly(true, true);
        assertThat(renewals)
                .extracting(NumberRenewed::renewedAt)
                .containsExactly(
                        Instant.parse("2025-02-28T10:00:00+08:00"), Instant.parse("2025-03-31T10:00:00+08:00"));
        var order = (OrderPlaced) poor.domain().eventsOf("order-O000000000002").getFirst();
        assertThat(order.placedAt()).isEqualTo("2025-02-28T10:00:00+08:00");
        assertThat(order.lines().getFirst().transaction()).isEqualTo(Transaction.RENEWAL);
        var end = Instant.parse("2025-04-30T10:00:00+08:00");
        assertThat(poor.numberEvents("R1").reversed().subList(0, 2)).containsExactly(
                new NumberExpired(Desks.ACCOUNT, NUMBER, end),
                new NumberLapsed(Desks.ACCOUNT, NUMBER, Money.yuan("108.00"), end));
        assertThat(poor.domain().eventsOf("order-O000000000004")).isEmpty();
    }

    @Test
    void aNumberThatIsNotLetAnyMoreEndsWithoutALapse() {
        var book = Books.of("number-400,NUMBER,CALL,,2020-01-01,2025-02-01,,,,,,108,10,,1,36,,,,,,");
        var ending = new Desks("500.00", book);
        ending.place(BOUGHT, renewedNumber("number-400", 1));

        ending.passNumberTime("R1", Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(ending.numberEvents("R1")).last().isInstanceOf(NumberExpired.class);
        assertThat(ending.numberEvents("R1")).noneMatch(NumberLapsed.class::isInstance);
    }

    @Test
    void autoRenewalIsSwitchedOnAndOffAndSaidOnce() {
        desks.place(BOUGHT, number("number-400", 1, 1));
        var at = Instant.parse("2025-02-01T00:00:00+08:00");

        desks.send(new SetAutoRenewal(Desks.ACCOUNT, NUMBER, true, at));
        desks.send(new SetAutoRenewal(Desks.ACCOUNT, NUMBER, true, at));

        assertThat(desks.numberEvents("R1"))
                .filteredOn(AutoRenewalSet.class::isInstance)
                .containsExactly(new AutoRenewalSet(Desks.ACCOUNT, NUMBER, true, at));
    }

    @Test
    void aNumberGivenUpEndsAtOnceAndStaysEnded() {
        desks.place(BOUGHT, number("number-400", 1, 1));
        var at = Instant.parse("2025-02-01T00:00:00+08:00");

        desks.send(new DeregisterNumber(Desks.ACCOUNT, NUMBER, at));
        desks.passNumberTime("R1", Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(desks.numberEvents("R1")).last().isEqualTo(new NumberDeregistered(Desks.ACCOUNT, NUMBER, at));
        assertRefused("RESOURCE_NOT_ACTIVE", () -> desks.send(new DeregisterNumber(Desks.ACCOUNT, NUMBER, at)));
        assertRefused("RESOURCE_NOT_ACTIVE", () -> desks.renew("2025-02-02T00:00:00+08:00", "R1", 1L));
        assertRefused(
                "RESOURCE_NOT_ACTIVE", () -> desks.send(new SetAutoRenewal(Desks.ACCOUNT, NUMBER, true, at)));
    }

    /** What was due before comes first: the number renews itself, and is given up after that. */
    @Test
    void whatIsAskedLaterComesAfterWhatWasDueBefore() {
        desks.place(BOUGHT, renewedNumber("number-400", 1));

        desks.send(new DeregisterNumber(Desks.ACCOUNT, NUMBER, Instant.parse("2025-03-05T00:00:00+08:00")));

        assertThat(desks.numberEvents("R1")).anyMatch(NumberRenewed.class::isInstance);
        assertThat(desks.numberEvents("R1")).last().isInstanceOf(NumberDeregistered.class);
    }

    @Test
    void whatIsNoNumberIsNeitherGivenUpNorRenewedByItself() {
        var at = Instant.parse(BOUGHT);
        desks.place(BOUGHT, seats("seats-standard", 1, Term.MONTH));

        assertRefused("NOT_A_NUMBER", () -> desks.send(new DeregisterNumber(Desks.ACCOUNT, NUMBER, at)));
        assertRefused("NOT_A_NUMBER", () -> desks.send(new SetAutoRenewal(Desks.ACCOUNT, NUMBER, true, at)));
        assertRefused(
                "UNKNOWN_RESOURCE", () -> desks.send(new DeregisterNumber(Desks.ACCOUNT, new ResourceId("R2"), at)));
    }

    @Test
    void aNumberOfAnotherAccountIsUnknown() {
        desks.place(BOUGHT, number("number-400", 1, 1));
        var stranger = new AccountId("2");
        desks.send(new RegisterAccount(stranger, "Other", "91440301"));
        var at = Instant.parse("2025-02-01T00:00:00+08:00");

        assertRefused("UNKNOWN_RESOURCE", () -> desks.send(new DeregisterNumber(stranger, NUMBER, at)));
        assertRefused("UNKNOWN_RESOURCE", () -> desks.send(new RenewResource(stranger, NUMBER, 1L, at)));
        assertThat(desks.numberEvents("R1")).hasSize(1);
    }
}
