package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.chat;
import static io.minutebook.billing.orders.Items.number;
import static io.minutebook.billing.orders.Items.renewedNumber;
import static io.minutebook.billing.orders.Items.seats;
import static io.minutebook.billing.orders.PricingTest.custom;
import static io.minutebook.billing.orders.PricingTest.fixed;
import static io.minutebook.billing.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.discounts.DiscountSource;
import io.minutebook.billing.discounts.PriceTerms;
import io.minutebook.billing.discounts.Rate;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountedOrdersTest {

    private static final String NEW_YEAR = "2025-01-01T00:00:00+08:00";
    private static final String JULY = "2025-07-01T00:00:00+08:00";

    private final Desks desks = new Desks("100000.00");

    @Test
    void aPackAtTwentyPercentOffCosts3408Of4260() {
        desks.agree("landline-outbound-30000", PriceTerms.rate("0.8"), NEW_YEAR, null);

        var order = desks.place(NEW_YEAR, fixed("landline-outbound-30000", 1L), fixed("landline-outbound-10000", 1L));

        assertThat(order.lines()).extracting(DiscountedOrdersTest::money)
                .containsExactly("4260.00 - 852.00 = 3408.00", "1450.00 - 0.00 = 1450.00");
        assertThat(order.listPrice()).isEqualTo(Money.yuan("5710.00"));
        assertThat(order.discount()).isEqualTo(Money.yuan("852.00"));
        assertThat(order.payable()).isEqualTo(Money.yuan("4858.00"));
        assertThat(order.lines().getFirst().unitPrice()).isEqualTo(UnitPrice.of("0.142"));
        assertThat(order.lines().getFirst().discountedBy())
                .isEqualTo(new DiscountInForce(
                        DiscountSource.ACCOUNT, "own-price-1", PriceTerms.rate("0.8"), Instant.parse(NEW_YEAR), null,
                        "contract 7", false));
        assertThat(order.lines().getLast().discountedBy()).isNull();
    }

    @Test
    void anOwnPriceTakesThePlaceOfEachTier() {
        desks.agree("landline-outbound-custom", PriceTerms.amount("0.14"), NEW_YEAR, null);

        var order = desks.place(
                NEW_YEAR, custom("landline-outbound-custom", 5_000), custom("landline-outbound-custom", 50_000));

        assertThat(order.lines()).extracting(DiscountedOrdersTest::money)
                .as("the second is cheaper as listed")
                .containsExactly("750.00 - 50.00 = 700.00", "6900.00 - 0.00 = 6900.00");
    }

    @Test
    void aDiscountThatEndsAtMidnightEndsAtMidnight() {
        desks.agree("audio-custom", PriceTerms.rate("0.5"), NEW_YEAR, JULY);

        var lastMoment = desks.place("2025-06-30T23:59:59.999+08:00", custom("audio-custom", 1_000));
        var midnight = desks.place(JULY, custom("audio-custom", 1_000));

        assertThat(lastMoment.payable()).isEqualTo(Money.yuan("15.00"));
        assertThat(midnight.payable()).isEqualTo(Money.yuan("30.00"));
    }

    @Test
    void subscriptionsHaveTheirDiscountByTermAndRegion() {
        desks.agree("seats-standard", PriceTerms.amount("500"), NEW_YEAR, null);
        desks.announce("launch", PriceTerms.rate("0.9"), NEW_YEAR, null, "chat-standard", "number-400");

        var order = desks.place(
                NEW_YEAR,
                seats("seats-standard", 2, Term.YEAR),
                number("number-400", 2, 3),
                chat("chat-standard", 1, Region.OVERSEAS, 2L));

        assertThat(order.lines()).extracting(DiscountedOrdersTest::money).containsExactly(
                "14328.00 - 2328.00 = 12000.00",
                "324.00 - 32.40 = 291.60",
                "324.00 - 32.40 = 291.60",
                "3000.00 - 300.00 = 2700.00");
    }

    /** 2,388.00 x 0.9 x 184 / 365 = 1,083.432... */
    @Test
    void anAddOnByDaysHasTheDiscountOfItsDay() {
        desks.agree("extra-seat-standard", PriceTerms.rate("0.9"), JULY, null);
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR));

        var line = desks.place(JULY, seats("extra-seat-standard", 1, null)).lines().getFirst();

        assertThat(money(line)).isEqualTo("1203.81 - 120.38 = 1083.43");
        assertThat(Desks.calculation(line).rate()).isEqualTo(Rate.of("0.9"));
        assertThat(Desks.calculation(line).own()).isNull();
    }

    /** 150.00 x 12 x 184 / 365 = 907.397... */
    @Test
    void anOwnPriceByDaysIsWorkedOutFromItsOwnShares() {
        desks.agree("extra-seat-standard", PriceTerms.amount("150"), JULY, null);
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR), seats("extra-seat-standard", 1, null));

        var line = desks.place(JULY, seats("extra-seat-standard", 1, null)).lines().getFirst();

        assertThat(money(line)).isEqualTo("1203.81 - 296.41 = 907.40");
        assertThat(Desks.calculation(line).own()).containsExactly(new DayShare(UnitPrice.of("1800"), 184, 365));
    }

    @Test
    void anAddOnBoughtWithItsPlanHasItsDiscountOnTheWholeTerm() {
        desks.agree("extra-seat-standard", PriceTerms.amount("150"), NEW_YEAR, null);

        var order = desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR), seats("extra-seat-standard", 2, null));

        assertThat(money(order.lines().getLast())).isEqualTo("4776.00 - 1176.00 = 3600.00");
    }

    @Test
    void aRenewalHasTheDiscountOfItsInstantForEachOfItsLines() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.MONTH), seats("extra-seat-standard", 2, null));
        desks.agree("seats-standard", PriceTerms.rate("0.5"), NEW_YEAR, "2025-01-20T00:00:00+08:00");

        var first = desks.renew("2025-01-19T23:59:59.999+08:00", "R1", 1L);
        var second = desks.renew("2025-01-20T00:00:00+08:00", "R1", 1L);

        assertThat(first.lines()).extracting(DiscountedOrdersTest::money)
                .containsExactly("597.00 - 298.50 = 298.50", "398.00 - 0.00 = 398.00");
        assertThat(second.discount()).isEqualTo(Money.ZERO);
    }

    /** The number is renewed at its ends, 28 February and 31 March; the promotion is over on 1 March. */
    @Test
    void aNumberThatRenewsItselfHasTheDiscountOfEachEnd() {
        desks.announce("winter", PriceTerms.amount("100"), NEW_YEAR, "2025-03-01T00:00:00+08:00", "number-400");
        desks.place("2025-01-31T10:00:00+08:00", renewedNumber("number-400", 1));

        desks.passNumberTime("R1", Instant.parse("2025-04-01T00:00:00+08:00"));

        var orders = Stream.of("O000000000001", "O000000000002", "O000000000003")
                .map(id -> (OrderPlaced) desks.domain().eventsOf("order-" + id).getFirst());
        assertThat(orders).extracting(OrderPlaced::payable)
                .containsExactly(Money.yuan("100.00"), Money.yuan("100.00"), Money.yuan("108.00"));
    }

    @Test
    void aNumberIsRenewedWhereTheFundsCoverTheDiscountedRentAlone() {
        var poor = new Desks("200.00");
        poor.agree("number-400", PriceTerms.amount("90"), "2025-02-01T00:00:00+08:00", null);
        poor.place("2025-01-31T10:00:00+08:00", renewedNumber("number-400", 1));

        poor.passNumberTime("R1", Instant.parse("2025-03-01T00:00:00+08:00"));

        assertThat(poor.domain().eventsOf("order-O000000000002")).hasSize(1);
    }

    /** 10,764 x 0.75 x 184 / 365 = 4,069.676...; less 7,164 x 184 / 365 = 3,611.441... */
    @Test
    void anUpgradeHasTheDiscountOfTheHigherEdition() {
        desks.agree("seats-advanced", PriceTerms.rate("0.75"), NEW_YEAR, null);
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.YEAR));

        var line = desks.upgrade(JULY, "R1", "seats-advanced").lines().getFirst();

        assertThat(line.listPrice()).isEqualTo(Money.yuan("5426.24"));
        assertThat(line.amount()).isEqualTo(Money.yuan("458.24"));
        assertThat(Objects.requireNonNull(line.discountedBy()).name()).isEqualTo("own-price-1");
    }

    @Test
    void whatIsFreeStaysFree() {
        desks.agree("bot-messages-100k", PriceTerms.amount("50"), NEW_YEAR, null);
        desks.place(NEW_YEAR, chat("chat-standard", 1, Region.DOMESTIC, 1L));

        var order = desks.place(NEW_YEAR, chat("bot-messages-100k", 1, Region.DOMESTIC, null));

        assertThat(order.payable()).isEqualTo(Money.ZERO);
    }

    @Test
    void aPriceIsAgreedForAProductThatThereIs() {
        assertRefused("UNKNOWN_PRODUCT", () -> desks.agree("moon", PriceTerms.rate("0.8"), NEW_YEAR, null));
        assertRefused(
                "UNKNOWN_PRODUCT",
                () -> desks.announce("moon", PriceTerms.rate("0.8"), NEW_YEAR, null, "audio-custom", "moon"));
    }

    /** Odd rates on lines of all sizes: the fen are never lost, and no discount is below nothing. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void linesSumToTotalsAndNoneIsBelowNothing(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            var shop = new Desks("9000000.00");
            for (var product : List.of("audio-custom", "offline-asr-custom", "offline-asr-60000", "number-400")) {
                if (random.nextBoolean()) shop.agree(product, randomTerms(random), NEW_YEAR, null);
                if (random.nextBoolean()) shop.announce("p", randomTerms(random), NEW_YEAR, null, product);
            }
            assertAddsUp(shop.place(NEW_YEAR, randomItems(random)));
        }
    }

    private static OrderItem[] randomItems(Random random) {
        return new OrderItem[] {
            custom("audio-custom", 1_000L * (1 + random.nextInt(20))),
            custom("offline-asr-custom", 1_000L * (1 + random.nextInt(99))),
            fixed("offline-asr-60000", 1L + random.nextInt(3)),
            number("number-400", 1 + random.nextInt(3), 1 + random.nextInt(5)),
        };
    }

    private static PriceTerms randomTerms(Random random) {
        return random.nextBoolean()
                ? PriceTerms.rate("0." + (1_000 + random.nextInt(9_000)))
                : PriceTerms.amount("0.0" + (1_000_000 + random.nextInt(1_000_000)));
    }

    private static void assertAddsUp(OrderPlaced order) {
        assertThat(order.payable()).isEqualTo(sum(order.lines().stream().map(OrderLine::amount)));
        assertThat(order.discount()).isEqualTo(sum(order.lines().stream().map(OrderLine::discount)));
        assertThat(order.listPrice()).isEqualTo(sum(order.lines().stream().map(OrderLine::listPrice)));
        assertThat(order.lines()).allSatisfy(line -> {
            assertThat(line.amount()).isEqualTo(line.listPrice().minus(line.discount()));
            assertThat(line.discount()).isGreaterThanOrEqualTo(Money.ZERO);
            assertThat(line.amount()).isGreaterThanOrEqualTo(Money.ZERO);
            assertThat(line.paid().total()).isEqualTo(line.amount());
            if (line.discountedBy() == null) assertThat(line.discount()).isEqualTo(Money.ZERO);
        });
    }

    private static Money sum(Stream<Money> amounts) {
        return Money.sum(amounts.toList());
    }

    private static String money(OrderLine line) {
        return line.listPrice() + " - " + line.discount() + " = " + line.amount();
    }
}
