package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.seats;
import static io.minutebook.billing.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Money;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.ReadSeats;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.seats.SeatResource;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.seats.Seats;
import io.minutebook.billing.seats.SeatsExpired;
import io.minutebook.billing.seats.SeatsExpiryAnnounced;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatOrdersTest {

    private static final String NEW_YEAR = "2025-01-01T00:00:00+08:00";
    private static final Instant NEXT_YEAR = Instant.parse("2026-01-01T00:00:00+08:00");

    private final Desks desks = new Desks("100000.00");

    @Test
    void aPlanWithAddOnsComesToSevenSeatsWithOneEnd() {
        var order = desks.place(
                NEW_YEAR,
                seats("seats-advanced", 1, Term.MONTH),
                seats("extra-seat-advanced", 4, null),
                seats("sip-phone-advanced", 2, null));

        assertThat(order.payable()).isEqualTo(Money.yuan("2271.00"));
        assertThat(desks.seatEvents()).hasSize(3).first().isInstanceOf(PlanBought.class);
        assertThat(held().resources().stream().mapToLong(SeatResource::seats).sum()).isEqualTo(7);
        assertThat(held().resources())
                .extracting(resource -> resource.lease().until())
                .containsOnly(Instant.parse("2025-01-31T16:00:00Z"));
    }

    @Test
    void anAddOnBoughtBeforeItsPlanInTheSameOrderNamesIt() {
        var order = desks.place(
                NEW_YEAR, seats("extra-seat-standard", 1, null), seats("seats-standard", 1, Term.YEAR));

        var planId = order.lines().get(1).resourceId();
        assertThat(Objects.requireNonNull(order.lines().getFirst().subscription()).planId()).hasToString(planId);
        assertThat(((AddOnBought) desks.seatEvents().getFirst()).planId()).hasToString(planId);
    }

    /** 2,388.00 x 184 / 365 = 1,203.813... */
    @Test
    void anAddOnOrderedWithAPlanBelongsToItThoughAnotherPlanEndsLater() {
        desks.place("2024-12-31T16:00:00Z", seats("seats-standard", 1, Term.YEAR));

        var order = desks.place(
                "2025-06-30T16:00:00Z", seats("extra-seat-standard", 1, null), seats("seats-standard", 1, Term.MONTH));

        assertThat(order.lines().getFirst().amount()).isEqualTo(Money.yuan("199.00"));
        assertThat(order.lines().getFirst().planId()).isEqualTo(order.lines().getLast().id());
    }

    @Test
    void anAddOnBoughtLaterIsPaidForTheDaysThatAreLeft() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR));

        var order = desks.place("2025-07-01T00:00:00+08:00", seats("extra-seat-standard", 1, null));

        var line = order.lines().getFirst();
        assertThat(line.amount()).isEqualTo(Money.yuan("1203.81"));
        assertThat(line.validUntil()).isEqualTo(NEXT_YEAR);
        assertThat(Desks.calculation(line).price()).containsExactly(new DayShare(UnitPrice.of("2388"), 184, 365));
        assertThat(line.unitPrice()).isEqualTo(UnitPrice.of("2388"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # bought later,                product,             quantity, days left, price
            2025-01-01T00:00:00.001+08:00, extra-seat-standard, 1,        365,       2388.00
            2025-01-02T00:00:00+08:00,     extra-seat-standard, 1,        364,       2381.46
            2025-07-01T00:00:00+08:00,     sip-phone-standard,  1,        184,       356.91
            # rounded once for all of the line: 3 x 1203.8137 is 3611.44, not 3611.43
            2025-07-01T00:00:00+08:00,     extra-seat-standard, 3,        184,       3611.44
            2025-07-01T00:00:00.001+08:00, extra-seat-standard, 1,        184,       1203.81
            2025-12-31T23:59:59.999+08:00, extra-seat-standard, 1,        1,         6.54
            """)
    void aStartedDayIsADay(String at, String product, long quantity, long daysLeft, String price) {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR));

        var line = desks.place(at, seats(product, quantity, null)).lines().getFirst();

        assertThat(line.amount()).isEqualTo(Money.yuan(price));
        var how = line.calculation();
        assertThat(how == null ? 365 : how.price().getFirst().restDays()).isEqualTo(daysLeft);
    }

    @Test
    void aTermThatWasPaidAheadCountsInFull() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR));
        desks.renew("2025-06-01T00:00:00+08:00", "R1", 1L);

        var line = desks.place("2025-07-01T00:00:00+08:00", seats("extra-seat-standard", 1, null))
                .lines()
                .getFirst();

        assertThat(line.amount()).isEqualTo(Money.yuan("3591.81"));
        assertThat(line.validUntil()).isEqualTo("2027-01-01T00:00:00+08:00");
    }

    /** A dearer price book changes what is bought and renewed from then on, and nothing that was bought before. */
    @Test
    void aNewPriceLeavesWhatWasBoughtAsItIs() {
        var shop = new Desks("10000.00", Books.of(
                "seats-standard,SEAT_PLAN,SUBSCRIPTION,,2020-01-01,2025-01-15,,,,,,597,10,MONTH,1,36,STANDARD,,3,,,",
                "seats-standard,SEAT_PLAN,SUBSCRIPTION,,2025-01-15,,,,,,,700,10,MONTH,1,36,STANDARD,,3,,,"));
        var bought = shop.place(NEW_YEAR, seats("seats-standard", 1, Term.MONTH));

        var renewed = shop.renew("2025-01-15T00:00:00+08:00", "R1", 1L);

        assertThat(renewed.payable()).isEqualTo(Money.yuan("700.00"));
        assertThat(shop.domain().eventsOf("order-" + bought.orderId())).containsExactly(bought);
        var held = (Seats) shop.send(new ReadSeats(Desks.ACCOUNT));
        assertThat(held.resources().getFirst().lease().terms())
                .extracting(PaidTerm::cost)
                .containsExactly(Money.yuan("597.00"), Money.yuan("700.00"));
    }

    @Test
    void neitherATrialNorAnExpiredPlanCarriesAddOns() {
        desks.send(new StartTrial(Desks.ACCOUNT, Items.APPLICATION, TrialKind.SEATS, null, Instant.parse(NEW_YEAR)));
        assertRefused("PLAN_REQUIRED", () -> desks.place(NEW_YEAR, seats("extra-seat-standard", 1, null)));

        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.MONTH));
        assertRefused(
                "PLAN_REQUIRED",
                () -> desks.place("2025-02-01T00:00:00+08:00", seats("extra-seat-standard", 1, null)));
    }

    @Test
    void aRenewalTakesAllAddOnsAlongAndCountsFromTheFirstStart() {
        var start = "2025-01-31T10:00:00+08:00";
        desks.place(start, seats("seats-standard", 2, Term.MONTH), seats("sip-phone-standard", 3, null));

        var first = desks.renew("2025-02-10T00:00:00+08:00", "R1", null);
        var second = desks.renew("2025-02-11T00:00:00+08:00", "R1", 2L);

        assertThat(first.payable()).isEqualTo(Money.yuan("1371.00"));
        assertThat(first.lines()).allSatisfy(line -> {
            assertThat(line.transaction()).isEqualTo(Transaction.RENEWAL);
            assertThat(line.validFrom()).isEqualTo("2025-02-28T10:00:00+08:00");
            assertThat(line.validUntil()).isEqualTo("2025-03-31T10:00:00+08:00");
        });
        assertThat(second.lines()).extracting(OrderLine::resourceId).containsExactly("R1", "R2");
        assertThat(second.lines()).allSatisfy(line ->
                assertThat(line.validUntil()).isEqualTo("2025-05-31T10:00:00+08:00"));
        assertThat(desks.seatEvents().stream().filter(SeatsRenewed.class::isInstance)).hasSize(4);
    }

    @Test
    void onlyAPlanThatIsActiveIsRenewed() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.MONTH), seats("extra-seat-standard", 1, null));
        desks.send(new StartTrial(Desks.ACCOUNT, Items.APPLICATION, TrialKind.SEATS, null, Instant.parse(NEW_YEAR)));

        assertRefused("NOT_RENEWABLE", () -> desks.renew(NEW_YEAR, "R2", 1L));
        assertRefused("NOT_RENEWABLE", () -> desks.renew(NEW_YEAR, "R3", 1L));
        assertRefused("UNKNOWN_RESOURCE", () -> desks.renew(NEW_YEAR, "R4", 1L));
        assertRefused("TERM_INVALID", () -> desks.renew(NEW_YEAR, "R1", 0L));
        assertRefused("RESOURCE_NOT_ACTIVE", () -> desks.renew("2025-02-01T00:00:00+08:00", "R1", 1L));
    }

    @Test
    void anUpgradeCreditsWhatIsUnusedOfTheLesserEdition() {
        desks.place(
                NEW_YEAR,
                seats("seats-standard", 1, Term.YEAR),
                seats("extra-seat-standard", 2, null),
                seats("sip-phone-standard", 1, null));

        var order = desks.upgrade("2025-07-01T00:00:00+08:00", "R1", "seats-advanced");

        var plan = order.lines().getFirst();
        assertThat(plan.listPrice()).isEqualTo(Money.yuan("5426.24"));
        assertThat(plan.discount()).isEqualTo(Money.yuan("3611.45"));
        assertThat(plan.amount()).isEqualTo(Money.yuan("1814.79"));
        assertThat(Desks.calculation(plan).credit()).containsExactly(new DayShare(UnitPrice.of("7164"), 184, 365));
        assertThat(order.lines())
                .extracting(line -> line.resourceId() + " " + line.product() + " " + line.amount())
                .containsExactly(
                        "R1 seats-advanced 1814.79", "R2 extra-seat-advanced 1209.86", "R3 sip-phone-advanced 181.48");
        assertThat(order.payable()).isEqualTo(Money.yuan("3206.13"));
        assertThat(held().resources()).allSatisfy(resource -> {
            assertThat(resource.edition()).isEqualTo(Edition.ADVANCED);
            assertThat(resource.lease().until()).isEqualTo(NEXT_YEAR);
        });
        assertThat(desks.seatEvents()).last().isInstanceOf(SeatsUpgraded.class);
    }

    @Test
    void anAddOnBoughtLaterIsCreditedWithWhatItCost() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR));
        desks.place("2025-07-01T00:00:00+08:00", seats("extra-seat-standard", 1, null));

        var order = desks.upgrade("2025-10-01T00:00:00+08:00", "R1", "seats-advanced");

        var addOn = order.lines().getLast();
        assertThat(Desks.calculation(addOn).price()).containsExactly(new DayShare(UnitPrice.of("3588"), 92, 365));
        assertThat(Desks.calculation(addOn).credit()).containsExactly(new DayShare(UnitPrice.of("1203.81"), 92, 184));
        assertThat(addOn.amount()).isEqualTo(Money.yuan("302.47"));
    }

    @Test
    void onlyAHigherEditionOfAPlanIsAnUpgrade() {
        desks.place(NEW_YEAR, seats("seats-advanced", 1, Term.MONTH), seats("extra-seat-advanced", 1, null));

        assertRefused("NOT_UPGRADABLE", () -> desks.upgrade(NEW_YEAR, "R1", "seats-standard"));
        assertRefused("NOT_UPGRADABLE", () -> desks.upgrade(NEW_YEAR, "R1", "chat-advanced"));
        assertRefused("NOT_UPGRADABLE", () -> desks.upgrade(NEW_YEAR, "R2", "seats-advanced"));
        assertRefused("UNKNOWN_PRODUCT", () -> desks.upgrade(NEW_YEAR, "R1", "seats-gold"));
    }

    @Test
    void timeRemindsOfTheEndThreeTimesAndEndsThePlanWithItsAddOns() {
        desks.place("2025-01-01T10:00:00+08:00", seats("seats-standard", 1, Term.YEAR), seats("sip-phone-standard", 1, null));

        desks.passSeatTime(Instant.parse("2027-01-01T00:00:00Z"));
        desks.passSeatTime(Instant.parse("2027-01-01T00:00:00Z"));

        var end = Instant.parse("2026-01-01T10:00:00+08:00");
        assertThat(desks.seatEvents().subList(2, desks.seatEvents().size())).containsExactly(
                announced(30, "2025-12-02T10:00:00+08:00", end),
                announced(7, "2025-12-25T10:00:00+08:00", end),
                announced(1, "2025-12-31T10:00:00+08:00", end),
                new SeatsExpired(Desks.ACCOUNT, id("R1"), end),
                new SeatsExpired(Desks.ACCOUNT, id("R2"), end));
    }

    @Test
    void aRenewedPlanIsRemindedOfItsNewEndAndOfWhatWasDueBefore() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.MONTH));
        desks.renew("2025-01-30T00:00:00+08:00", "R1", 1L);

        assertThat(desks.seatEvents()).hasSize(4);
        assertThat(announcedDays()).containsExactly(30, 7);

        desks.passSeatTime(Instant.parse("2025-02-25T00:00:00+08:00"));
        assertThat(announcedDays()).containsExactly(30, 7, 7);
    }

    @Test
    void threeSeatsMayBeTriedTwiceOneAfterTheOther() {
        var first = (SeatTrialStarted) tryAt("2025-01-01T10:00:00+08:00", 1);

        assertThat(first.seats()).isEqualTo(3);
        assertThat(first.product()).hasToString("seats-standard");
        assertThat(first.validUntil()).isEqualTo("2025-01-08T00:00:00+08:00");
        assertRefused("TRIAL_RUNNING", () -> tryAt("2025-01-07T23:59:59.999+08:00", 2));
        assertThat(((SeatTrialStarted) tryAt("2025-01-08T00:00:00+08:00", 2)).number()).isEqualTo(2);
        assertRefused("TRIAL_RUNNING", () -> tryAt("2025-01-14T00:00:00+08:00", 1));
        assertRefused("TRIAL_USED_UP", () -> tryAt("2025-01-15T00:00:00+08:00", 1));
    }

    @Test
    void aTrialLapsesByItself() {
        tryAt("2025-01-01T10:00:00+08:00", 1);

        desks.passSeatTime(Instant.parse("2025-01-07T23:59:59.999+08:00"));
        assertThat(desks.seatEvents()).hasSize(1);
        desks.passSeatTime(Instant.parse("2025-01-08T00:00:00+08:00"));
        assertThat(desks.seatEvents()).hasSize(2);
        assertThat(held().trials().getFirst().ended()).isTrue();
    }

    @Test
    void aRefusedOrderLeavesNothing() {
        var poor = new Desks("596.99");

        assertRefused("INSUFFICIENT_FUNDS", () -> poor.place(NEW_YEAR, seats("seats-standard", 1, Term.MONTH)));
        assertThat(poor.seatEvents()).isEmpty();
        assertThat(poor.domain().eventsOf("order-O000000000001")).isEmpty();
    }

    @Test
    void aQuoteStoresNothingAndKnowsWhatIsHeld() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR));
        int drawn = desks.idsDrawn();

        var quote = (Quote) desks.send(new QuoteOrder(
                Desks.ACCOUNT,
                List.of(seats("extra-seat-standard", 1, null)),
                Instant.parse("2025-07-01T00:00:00+08:00")));

        assertThat(quote.payable()).isEqualTo(Money.yuan("1203.81"));
        assertThat(desks.seatEvents()).hasSize(1);
        assertThat(desks.idsDrawn()).isEqualTo(drawn);
    }

    private Object tryAt(String at, long application) {
        return desks.send(new StartTrial(
                Desks.ACCOUNT, application, TrialKind.SEATS, Region.DOMESTIC, Instant.parse(at)));
    }

    private Seats held() {
        return (Seats) desks.send(new ReadSeats(Desks.ACCOUNT));
    }

    private List<Integer> announcedDays() {
        return desks.seatEvents().stream()
                .filter(SeatsExpiryAnnounced.class::isInstance)
                .map(event -> ((SeatsExpiryAnnounced) event).daysBefore())
                .toList();
    }

    private static SeatEvent announced(int days, String at, Instant end) {
        return new SeatsExpiryAnnounced(Desks.ACCOUNT, id("R1"), days, Instant.parse(at), end);
    }

    private static ResourceId id(String value) {
        return new ResourceId(value);
    }
}
