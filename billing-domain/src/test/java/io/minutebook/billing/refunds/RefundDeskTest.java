package io.minutebook.billing.refunds;

import static io.minutebook.billing.refunds.Cases.at;
import static io.minutebook.billing.refunds.Cases.yuan;
import static io.minutebook.billing.refunds.Counter.ACCOUNT;
import static io.minutebook.billing.refunds.Counter.SISTER;
import static io.minutebook.billing.refunds.Counter.minutes;
import static io.minutebook.billing.refunds.Counter.number;
import static io.minutebook.billing.refunds.Counter.pack;
import static io.minutebook.billing.refunds.Counter.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.Money;
import io.minutebook.billing.PriceBooks;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AppealOutcome;
import io.minutebook.billing.account.DecideAppeal;
import io.minutebook.billing.account.FindViolation;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.IssueVoucher;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.ViolationRule;
import io.minutebook.billing.discounts.PriceTerms;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.orders.PassNumberTime;
import io.minutebook.billing.orders.RenewResource;
import io.minutebook.billing.orders.StartTrial;
import io.minutebook.billing.orders.TrialKind;
import io.minutebook.billing.orders.UpgradeResource;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.seats.ReadSeats;
import io.minutebook.billing.seats.Seats;
import io.minutebook.billing.seats.SeatsRefunded;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundDeskTest {

    private static final String POOL = "packs-1-LANDLINE_OUTBOUND";

    private final Counter counter = new Counter();

    @Test
    void aPackComesBackForWhatIsLeftOfItAndEndsAtOnce() {
        counter.place("2025-01-10T09:00", pack("landline-outbound-30000"));
        counter.call(12_345, "2025-03-01T12:00");

        var quote = counter.quote("P1", "2025-06-01T12:00");
        var refund = counter.refund(ACCOUNT, "P1", quote.quoteId(), "2025-06-01T12:00");

        assertThat(quote.amount()).isEqualTo(yuan("2507.01"));
        assertThat(quote.quoteId()).matches("[A-Za-z0-9-]{1,40}");
        assertThat(quote.validUntil()).isEqualTo(at("2026-01-11T00:00"));
        assertThat(refund.decision().amount()).isEqualTo(yuan("2507.01"));
        assertThat(counter.funds().cash()).isEqualTo(yuan("98247.01"));
        var ended = (PackRefunded) counter.domain.eventsOf(POOL).getLast();
        assertThat(ended.minutes()).isEqualTo(minutes(17_655));
        assertThat(ended.balance().refunded()).isEqualTo(minutes(17_655));
        assertThat(ended.refundId()).isEqualTo(new RefundId("F1"));
    }

    @Test
    void moneyGoesBackWhereItCameFromAndVouchersStayAway() {
        counter.credit(ACCOUNT, FundsKind.GIFT, "1000.00");
        counter.domain.send(new IssueVoucher(
                ACCOUNT, new VoucherId("V1"), yuan("260.00"), null, null, List.of(), at("2025-01-01T00:00")));
        counter.place(ACCOUNT, "2025-01-10T09:00", Counter.voucher("V1"), pack("landline-outbound-30000"));
        counter.call(12_345, "2025-03-01T12:00");

        counter.refund("P1", "2025-06-01T12:00");

        assertThat(counter.funds()).isEqualTo(new Funds(yuan("98685.26"), yuan("561.75"), Money.ZERO));
        assertThat(counter.account(ACCOUNT).vouchers()).allMatch(voucher -> voucher.left().isZero());
    }

    @Test
    void whatWasUsedIsChargedAtTheDiscountOfNowNotOfThePurchase() {
        counter.promote("landline-outbound-30000", "0.8", "2025-01-01T00:00", "2025-02-01T00:00", true);
        counter.promote("landline-outbound-30000", "0.9", "2025-05-01T00:00", "2025-07-01T00:00", false);
        counter.place("2025-01-10T09:00", pack("landline-outbound-30000"));
        counter.call(12_345, "2025-03-01T12:00");

        var before = counter.quote("P1", "2025-04-30T23:59:59");
        var now = counter.quote("P1", "2025-06-01T12:00");

        assertThat(before.amount()).isEqualTo(yuan("1655.01"));
        assertThat(before.validUntil()).isEqualTo(at("2025-05-01T00:00"));
        assertThat(now.amount()).isEqualTo(yuan("1830.31"));
        assertThat(now.validUntil()).isEqualTo(at("2025-07-01T00:00"));
        assertThat(counter.refund("P1", "2025-06-01T12:00").decision().formula())
                .isEqualTo("3408.00 - 12345 x 0.142 x 0.90 = 1830.31");
    }

    @Test
    void aPromotionMayRuleRefundsOutAndAnotherOneMayNot() {
        counter.promote("number-landline", "0.5", "2025-01-01T00:00", "2025-02-01T00:00", false);
        counter.place("2025-01-15T10:00", number(6, false));
        counter.place("2025-02-15T10:00", number(6, false));

        assertThat(reasonOf(counter.quote("R1", "2025-03-10T09:00"))).isEqualTo("PROMOTION_NOT_REFUNDABLE");
        assertRefused(RefundRefusal.PROMOTION_NOT_REFUNDABLE, () -> counter.refund("R1", "2025-03-10T09:00"));
        assertThat(counter.refund("R2", "2025-03-10T09:00").decision().discountNow()).isEqualTo(Fraction.ONE);
    }

    @Test
    void callsThatEndedBeforeARefundFindNothingLeftAndLaterOnesNoPack() {
        counter.place("2025-01-10T09:00", pack("landline-outbound-10000"));
        counter.refund("P1", "2025-02-01T12:00");

        counter.call(5, "2025-02-01T11:00");
        counter.call(5, "2025-02-01T13:00");

        assertThat(counter.domain.eventsOf(POOL))
                .filteredOn(MinutesDrawn.class::isInstance)
                .extracting(event -> ((MinutesDrawn) event).uncovered())
                .containsExactly(minutes(5), minutes(5));
    }

    @Test
    void rentComesBackByTheDay() {
        counter.place("2025-01-15T10:00", number(6, false));

        var quote = counter.quote("R1", "2025-02-10T09:00");
        counter.refund("R1", "2025-02-10T09:00");

        assertThat(quote.amount()).isEqualTo(yuan("256.91"));
        assertThat(quote.validUntil()).isEqualTo(at("2025-02-10T10:00:00.001"));
        assertThat(counter.domain.eventsOf("number-R1").getLast()).isInstanceOf(NumberRefunded.class);
        assertThat(counter.funds().cash()).isEqualTo(yuan("99956.91"));
        assertRefused(RefundRefusal.ALREADY_REFUNDED, () -> counter.refund("R1", "2025-02-10T09:00"));
    }

    /** The first month was listed at less than the own price, which leaves nothing off; the term that runs at more. */
    @Test
    void rentIsChargedAtAnOwnPriceByWhatTheTermThatRunsWasListedAt() {
        var counter = new Counter(PriceBooks.withRentFrom("2025-02-01", "60"));
        counter.place("2025-01-15T10:00", number(1, false));
        counter.domain.send(new RenewResource(ACCOUNT, new ResourceId("R1"), 6L, at("2025-02-10T10:00")));
        counter.agree("number-landline", PriceTerms.amount("55"), "2025-03-01T00:00");

        var refund = counter.refund("R1", "2025-03-10T09:00");

        assertThat(refund.decision().discountNow()).isEqualTo(Fraction.of(55, 60));
        assertThat(refund.decision().amount()).isEqualTo(yuan("318.07"));
    }

    /** The renewal is due at its end and nobody did it yet: it comes first, and its rent comes back too. */
    @Test
    void whatIsDueBeforeARefundIsDoneFirst() {
        counter.place("2025-01-15T10:00", number(1, true));

        var refund = counter.refund("R1", "2025-02-15T10:00:01");

        assertThat(counter.domain.eventsOf("number-R1"))
                .filteredOn(event -> event instanceof NumberRenewed || event instanceof NumberRefunded)
                .hasSize(2)
                .last()
                .isInstanceOf(NumberRefunded.class);
        assertThat(refund.decision().formula()).isEqualTo("50.00 - 50.00 x 1 / 28 = 48.21");
        assertThat(counter.funds().cash()).isEqualTo(yuan("99948.21"));
    }

    @Test
    void seatsComeBackWithTheAddOnsOfTheirOrderAndLaterOnesEndForNothing() {
        counter.place("2025-01-15T10:00", seats("seats-standard", Term.MONTH, 1), seats("extra-seat-standard", null, 2));
        counter.place("2025-01-16T10:00", seats("sip-phone-standard", null, 1));

        var quote = counter.quote("R1", "2025-01-20T23:59:59");
        var refund = counter.refund("R1", "2025-01-20T23:59:59");

        assertThat(quote.notes()).singleElement().asString().contains("R3").doesNotContain("R2");
        assertThat(quote.validUntil()).isEqualTo(at("2025-01-21T00:00"));
        assertThat(refund.decision().amount())
                .isEqualTo(counter.orders().getFirst().payable())
                .isEqualTo(quote.amount());
        var ended = (SeatsRefunded) counter.domain.eventsOf("seats-1").getLast();
        assertThat(ended.addOns()).containsExactly(new ResourceId("R2"), new ResourceId("R3"));
        for (var gone : List.of("R1", "R2", "R3")) {
            assertRefused(RefundRefusal.ALREADY_REFUNDED, () -> counter.refund(gone, "2025-01-20T23:59:59"));
        }
        assertThat(reasonOf(counter.quote("R1", "2025-01-20T23:59:59"))).isEqualTo("ALREADY_REFUNDED");
    }

    /** Uses are judged by the plan in force when they ended, however late they are told. */
    @Test
    void aPlanThatWasRefundedWasInForceUntilThen() {
        counter.place("2025-01-15T10:00", seats("seats-standard", Term.MONTH, 1));
        counter.refund("R1", "2025-01-16T12:00");

        var seats = (Seats) counter.domain.send(new ReadSeats(ACCOUNT));

        assertThat(seats.planAt(Counter.APPLICATION, at("2025-01-16T11:59"))).hasValueSatisfying(
                plan -> assertThat(plan.until()).isEqualTo(at("2025-01-16T12:00")));
        assertThat(seats.planAt(Counter.APPLICATION, at("2025-01-16T12:00"))).isEmpty();
    }

    @Test
    void aRenewalAndAnUpgradeOfSeatsComeBackToo() {
        counter.place("2025-01-15T10:00", seats("seats-standard", Term.MONTH, 1), seats("extra-seat-standard", null, 2));
        counter.domain.send(new RenewResource(ACCOUNT, new ResourceId("R1"), 1L, at("2025-01-16T10:00")));
        counter.domain.send(new UpgradeResource(
                ACCOUNT, new ResourceId("R1"), Cases.product("seats-advanced"), at("2025-01-17T10:00")));

        counter.refund("R1", "2025-01-18T10:00");

        assertThat(counter.orders()).hasSize(3);
        assertThat(counter.funds().cash()).isEqualTo(yuan("100000.00"));
    }

    @Test
    void aLegalEntityHasOneFullRefundOverAllItsAccounts() {
        counter.place("2025-01-15T10:00", seats("seats-standard", Term.MONTH, 1));
        counter.place(SISTER, "2025-01-15T10:00", Payment.UNSPECIFIED, seats("seats-advanced", Term.MONTH, 1));
        counter.refund("R1", "2025-01-20T23:59:59");

        assertThat(reasonOf(counter.quote(SISTER, "R2", "2025-01-20T23:59:59"))).isEqualTo("FULL_REFUND_USED");
        assertRefused(
                RefundRefusal.FULL_REFUND_USED, () -> counter.refund(SISTER, "R2", null, "2025-01-20T23:59:59"));
        assertThat(counter.domain.eventsOf("entity-" + Counter.ENTITY)).hasSize(1);
    }

    @Test
    void aQuoteHoldsAsLongAsItsFiguresDo() {
        counter.place("2025-01-10T09:00", pack("landline-outbound-30000"), pack("landline-outbound-30000"));
        var quote = counter.quote("P1", "2025-02-01T12:00");
        var ofOther = counter.quote("P2", "2025-02-01T12:00");
        assertThat(ofOther.quoteId()).isNotEqualTo(quote.quoteId());
        assertThat(counter.quote("P1", "2025-02-20T12:00").quoteId()).isEqualTo(quote.quoteId());

        counter.call(1, "2025-02-01T13:00");

        assertThatExceptionOfType(QuoteChanged.class)
                .isThrownBy(() -> counter.refund(ACCOUNT, "P1", quote.quoteId(), "2025-02-01T14:00"))
                .satisfies(changed -> assertThat(changed.quote().amount()).isEqualTo(yuan("4259.86")));
        assertRefused(
                RefundRefusal.QUOTE_CHANGED,
                () -> counter.refund(ACCOUNT, "P1", ofOther.quoteId(), "2025-02-01T14:00"));
        assertThat(counter.refund("P1", "2025-02-01T14:00").decision().amount()).isEqualTo(yuan("4259.86"));
    }

    @Test
    void aQuoteStoresNothing() {
        counter.place(
                "2025-01-15T10:00", number(1, true), seats("seats-standard", Term.MONTH, 1),
                pack("landline-outbound-10000"));
        var before = events();

        for (var resource : List.of("R1", "R2", "P1")) counter.quote(resource, "2025-02-15T10:00:01");

        assertThat(events()).isEqualTo(before).isNotEmpty();
    }

    private List<Object> events() {
        return Stream.of("account-1", "seats-1", "number-R1", POOL, "refunds-1")
                .flatMap(stream -> counter.domain.eventsOf(stream).stream())
                .toList();
    }

    @Test
    void whatIsUnknownOrAnothersIsUnknown() {
        counter.place("2025-01-15T10:00", number(1, false), pack("landline-outbound-10000"));

        for (var resource : List.of("R1", "P1", "X1")) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> counter.quote(SISTER, resource, "2025-01-16T10:00"))
                    .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo("UNKNOWN_RESOURCE"));
        }
    }

    @Test
    void trialsAddOnsAndChatAreNotTakenBack() {
        counter.domain.send(new StartTrial(ACCOUNT, Counter.APPLICATION, TrialKind.SEATS, null, at("2025-01-15T09:00")));
        counter.place("2025-01-15T10:00", seats("seats-standard", Term.MONTH, 1), seats("extra-seat-standard", null, 2));

        for (var resource : List.of("R1", "R3")) {
            assertThat(reasonOf(counter.quote(resource, "2025-01-15T11:00"))).isEqualTo("PRODUCT_NOT_REFUNDABLE");
        }
    }

    @Test
    void aVetoForbidsUntilItIsLifted() {
        counter.place("2025-01-10T09:00", pack("landline-outbound-10000"), pack("landline-outbound-10000"));
        counter.domain.send(new VetoRefund(ACCOUNT, new ResourceId("P1"), "looks odd", "K1", at("2025-01-11T09:00")));
        var all = (RefundVetoed)
                counter.domain.send(new VetoRefund(ACCOUNT, null, "all of it", "K1", at("2025-01-11T09:00")));

        assertRefused(RefundRefusal.VETOED, () -> counter.refund("P2", "2025-01-12T09:00"));
        counter.domain.send(new LiftVeto(ACCOUNT, all.vetoId(), "a mistake", "K2", at("2025-01-12T09:00")));

        counter.refund("P2", "2025-01-12T10:00");
        assertRefused(RefundRefusal.VETOED, () -> counter.refund("P1", "2025-01-12T10:00"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> counter.domain.send(
                        new LiftVeto(ACCOUNT, all.vetoId(), "again", "K2", at("2025-01-12T09:00"))))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(VetoRefusal.UNKNOWN_VETO));
    }

    @Test
    void nothingIsSoldTriedOrRefundedWhileAnAccountIsSuspended() {
        counter.place("2025-01-10T09:00", pack("landline-outbound-10000"), number(1, true));
        var found = (ViolationFound) counter.domain.send(
                new FindViolation(ACCOUNT, ViolationRule.V2, "harassment", "K1", at("2025-01-11T09:00")));

        assertRefusedAs("ACCOUNT_SUSPENDED", () -> counter.place("2025-01-12T09:00", pack("landline-outbound-10000")));
        assertRefusedAs("ACCOUNT_SUSPENDED", () -> counter.place(
                ACCOUNT, "2025-01-12T09:00", Counter.voucher("unknown"), pack("landline-outbound-10000")));
        assertRefusedAs("UNKNOWN_PRODUCT", () -> counter.place("2025-01-12T09:00", pack("moon")));
        assertRefusedAs("ACCOUNT_SUSPENDED", () -> counter.domain.send(
                new RenewResource(ACCOUNT, new ResourceId("R1"), 1L, at("2025-01-12T09:00"))));
        assertRefusedAs("ACCOUNT_SUSPENDED", () -> counter.domain.send(new StartTrial(
                ACCOUNT, Counter.APPLICATION, TrialKind.SEATS, null, at("2025-01-12T09:00"))));
        assertRefused(RefundRefusal.ACCOUNT_IN_VIOLATION, () -> counter.refund("P1", "2025-01-12T09:00"));
        counter.call(5, "2025-01-12T09:00");
        assertThat(((MinutesDrawn) counter.domain.eventsOf(POOL).getLast()).drawn()).isEqualTo(minutes(5));

        counter.domain.send(new DecideAppeal(
                ACCOUNT, found.violationId(), AppealOutcome.OVERTURNED, "wrong number", "K2", at("2025-01-13T09:00")));
        counter.refund("P1", "2025-01-14T09:00");
        counter.place("2025-01-14T09:00", pack("landline-outbound-10000"));
    }

    @Test
    void aNumberOfASuspendedAccountJustExpires() {
        counter.place("2025-01-10T09:00", number(1, true));
        counter.domain.send(new FindViolation(ACCOUNT, ViolationRule.V1, "fraud", "K1", at("2025-01-11T09:00")));

        counter.domain.send(new PassNumberTime(ACCOUNT, new ResourceId("R1"), at("2025-05-01T00:00")));

        assertThat(counter.domain.eventsOf("number-R1")).last().isInstanceOf(NumberExpired.class);
        assertThat(counter.orders()).hasSize(1);
    }

    @Test
    void anOrderThatIsNotKnownYetIsALostRaceAndNoWrongRefund() {
        counter.place("2025-01-15T10:00", number(1, false), seats("seats-standard", Term.MONTH, 1));
        counter.domain.send(new RenewResource(ACCOUNT, new ResourceId("R1"), 3L, at("2025-01-16T10:00")));
        counter.domain.send(new UpgradeResource(
                ACCOUNT, new ResourceId("R2"), Cases.product("seats-advanced"), at("2025-01-16T10:00")));
        counter.orders().stream().skip(1).forEach(order -> counter.hidden.add(order.orderId()));

        assertThatThrownBy(() -> counter.refund("R1", "2025-01-17T10:00")).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> counter.refund("R2", "2025-01-17T10:00")).isInstanceOf(ConcurrencyException.class);
        counter.hidden.clear();

        counter.refund("R1", "2025-01-17T10:00");
        counter.refund("R2", "2025-01-17T10:00");
    }

    /** Whichever step fails, no money has moved and nothing has ended. */
    @ParameterizedTest
    @CsvSource({
        "io.minutebook.billing.account.ReturnFunds",
        "io.minutebook.billing.seats.RefundSeats",
        "io.minutebook.billing.refunds.GrantRefund",
        "io.minutebook.billing.refunds.ClaimFullRefund",
    })
    void aRefundHappensWholeOrNotAtAll(Class<?> failing) {
        counter.place("2025-01-15T10:00", seats("seats-standard", Term.MONTH, 1));
        var before = counter.funds();

        assertThatThrownBy(() -> counter.domain.whileFailing(failing, () -> counter.refund("R1", "2025-01-16T10:00")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(counter.funds()).isEqualTo(before);
        assertThat(counter.domain.eventsOf("seats-1")).noneMatch(SeatsRefunded.class::isInstance);
        assertThat(counter.domain.eventsOf("refunds-1")).isEmpty();
        counter.refund("R1", "2025-01-16T10:00");
        assertThat(counter.domain.eventsOf("account-1")).filteredOn(FundsReturned.class::isInstance).hasSize(1);
    }

    private static String reasonOf(RefundQuote quote) {
        return Objects.requireNonNull(quote.refused()).reason().name();
    }

    private static void assertRefused(RefundRefusal reason, ThrowingCallable work) {
        assertRefusedAs(reason.name(), work);
    }

    private static void assertRefusedAs(String reason, ThrowingCallable work) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo(reason));
    }
}
