package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.chat;
import static io.minutebook.billing.orders.Items.number;
import static io.minutebook.billing.orders.Items.seats;
import static io.minutebook.billing.orders.PricingTest.custom;
import static io.minutebook.billing.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Term;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.numbers.NumberHolderRegistered;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreconditionsTest {

    private static final String AT = "2025-01-01T00:00:00+08:00";
    private static final String SEATS_FIRST =
            "SEATS_FIRST: no seat plan or trial is active, and calls need one; buy a seat plan.";
    private static final String NUMBER_FIRST =
            "NUMBER_FIRST: no number was rented here, and call minutes need one or an own number that is connected.";
    private static final OrderItem SEATS = seats("seats-standard", 1, Term.MONTH);
    private static final OrderItem NUMBER = number("number-landline", 1, 1);
    private static final OrderItem LANDLINE = custom("landline-outbound-custom", 5_000);

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(List.of(LANDLINE), List.of(SEATS_FIRST, NUMBER_FIRST)),
                Arguments.of(List.of(custom("toll-free-inbound-custom", 5_000)), List.of(SEATS_FIRST, NUMBER_FIRST)),
                Arguments.of(List.of(custom("audio-custom", 1_000)), List.of(SEATS_FIRST)),
                Arguments.of(List.of(custom("offline-asr-custom", 1_000)), List.of(SEATS_FIRST)),
                Arguments.of(List.of(NUMBER), List.of(SEATS_FIRST)),
                Arguments.of(List.of(LANDLINE, SEATS), List.of(NUMBER_FIRST)),
                Arguments.of(List.of(LANDLINE, NUMBER), List.of(SEATS_FIRST)),
                Arguments.of(List.of(LANDLINE, NUMBER, SEATS), List.of()),
                Arguments.of(List.of(SEATS), List.of()),
                Arguments.of(List.of(chat("chat-standard", 1, Region.DOMESTIC, 1L)), List.of()));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatShouldHaveBeenBoughtBeforeIsToldWithTheOrder(List<OrderItem> items, List<String> warnings) {
        var desks = new Desks("10000.00");

        var order = desks.place(AT, items.toArray(OrderItem[]::new));

        assertThat(order.warnings()).isEqualTo(warnings);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whereTheyAreEnforcedTheFirstOneRefuses(List<OrderItem> items, List<String> warnings) {
        var strict = new Pricing(PriceBookFile.shipped(), true);
        var at = Instant.parse(AT);

        if (warnings.isEmpty()) assertThat(strict.quote(items, at, Holdings.NONE, Discounts.NONE).warnings()).isEmpty();
        else assertRefused("PRECONDITION_UNMET", () -> strict.quote(items, at, Holdings.NONE, Discounts.NONE));
    }

    @Test
    void whatIsHeldCountsAndATrialOfSeatsDoesToo() {
        var desks = new Desks("10000.00");
        desks.send(new StartTrial(Desks.ACCOUNT, 1, TrialKind.SEATS, null, Instant.parse(AT)));
        desks.place(AT, NUMBER);
        desks.place(AT, NUMBER);

        assertThat(desks.place(AT, LANDLINE).warnings()).isEmpty();
        assertThat(desks.place("2025-02-01T00:00:00+08:00", LANDLINE).warnings()).containsExactly(SEATS_FIRST);
        assertThat(desks.domain().eventsOf("numberholder-1"))
                .containsExactly(new NumberHolderRegistered(Desks.ACCOUNT, Instant.parse(AT)));
    }
}
