package io.minutebook.billing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PriceBookFileTest {

    private static final String HEADER =
            "product,kind,family,meter,in_force_from,in_force_until,minutes,minimum,step,tier_from,tier_below,"
                    + "unit_price,"
                    + "maximum,term,fewest,most,edition,region,included,messages,promotion,upgrades_to";
    private static final String REST = ",,,,,,,,,,";
    private static final String NUMBER = "n,NUMBER,CALL,,2020-01-01,,,,,,,50,10,,1,36,,,,,,";
    private static final String CHAT =
            "h,CHAT_PLAN,SUBSCRIPTION,,2020-01-01,,,,,,,1000,10,,1,36,STANDARD,DOMESTIC,3,10000,,";
    private static final Instant IN_2025 = Instant.parse("2025-01-15T04:00:00Z");

    @Test
    void theShippedPriceBookSellsEveryProductFrom2020On() {
        var first = Instant.parse("2019-12-31T16:00:00Z");
        var book = PriceBookFile.shipped();

        assertThat(book.inForceAt(first.minusMillis(1))).isEmpty();
        assertThat(book.inForceAt(first)).isEqualTo(book.inForceAt(IN_2025));
        assertThat(book.inForceAt(first))
                .extracting(product -> product.code().value())
                .containsExactly(
                        "landline-outbound-10000",
                        "landline-outbound-30000",
                        "landline-outbound-50000",
                        "landline-outbound-custom",
                        "toll-free-inbound-10000",
                        "toll-free-inbound-30000",
                        "toll-free-inbound-50000",
                        "toll-free-inbound-custom",
                        "audio-custom",
                        "realtime-asr-60000",
                        "realtime-asr-600000",
                        "realtime-asr-custom",
                        "offline-asr-60000",
                        "offline-asr-600000",
                        "offline-asr-custom",
                        "seats-standard",
                        "seats-advanced",
                        "extra-seat-standard",
                        "extra-seat-advanced",
                        "sip-phone-standard",
                        "sip-phone-advanced",
                        "number-landline",
                        "number-400",
                        "chat-standard",
                        "chat-advanced",
                        "chat-licence",
                        "bot-messages-100k");
    }

    @Test
    void theVersionFollowsFromTheContent() {
        var cheap = book("a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.03,,,,,,,,,,");
        var dear = book("a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.04,,,,,,,,,,");

        assertThat(cheap.version()).matches("[0-9a-f]{12}").isNotEqualTo(dear.version());
        assertThat(book("a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.03,,,,,,,,,,")).isEqualTo(cheap);
    }

    @Test
    void aNewPriceHoldsFromItsDayInShanghaiOn() {
        var book = book(
                "a,FIXED_PACK,CALL,AUDIO,2020-01-01,2025-07-01,1000,,,,,0.03,,,,,,,,,,",
                "a,FIXED_PACK,CALL,AUDIO,2025-07-01,,1000,,,,,0.04,,,,,,,,,,");
        var change = Instant.parse("2025-06-30T16:00:00Z");

        assertThat(priceAt(book, change.minusMillis(1))).isEqualTo("0.03");
        assertThat(priceAt(book, change)).isEqualTo("0.04");
    }

    /** The promotion of bot messages ends by a new line, on a day that was not known before. */
    @Test
    void aPromotionEndsOnTheDayFromWhichAPriceIsListed() {
        var book = book(
                "m,MESSAGE_PACK,ADD_ON,,2020-01-01,2026-04-01,,,,,,0,,,,,,OVERSEAS,,100000,free,",
                "m,MESSAGE_PACK,ADD_ON,,2026-04-01,,,,,,,1500,,,,,,OVERSEAS,,100000,,");
        var end = Instant.parse("2026-03-31T16:00:00Z");

        assertThat(packAt(book, end.minusMillis(1)).promotion()).isEqualTo("free");
        assertThat(packAt(book, end.minusMillis(1)).price(Region.OVERSEAS)).contains(UnitPrice.of("0"));
        assertThat(packAt(book, end).promotion()).isNull();
        assertThat(packAt(book, end).price(Region.OVERSEAS)).contains(UnitPrice.of("1500"));
        assertThat(packAt(book, end).price(Region.DOMESTIC)).isEmpty();
    }

    private static MessagePack packAt(PriceBook book, Instant instant) {
        return (MessagePack) book.find(new ProductCode("m"), instant).orElseThrow();
    }

    /** No year is cheaper than its months, and three extra seats cost what a plan of three does. */
    @ParameterizedTest
    @EnumSource(Edition.class)
    void aYearCostsTwelveMonthsAndAPlanThreeExtraSeats(Edition edition) {
        var prices = Stream.of("seats-", "extra-seat-", "sip-phone-")
                .map(product -> pricesOf(product + edition.name().toLowerCase(Locale.ROOT)))
                .toList();

        assertThat(prices).allSatisfy(price -> assertThat(priceFor(Term.YEAR, price).yuan())
                .isEqualByComparingTo(priceFor(Term.MONTH, price).times(12)));
        assertThat(priceFor(Term.MONTH, prices.get(0)).yuan())
                .isEqualByComparingTo(priceFor(Term.MONTH, prices.get(1)).times(3));
    }

    private static List<TermPrice> pricesOf(String product) {
        return switch (PriceBookFile.shipped().find(new ProductCode(product), IN_2025).orElseThrow()) {
            case SeatPlan plan -> plan.prices();
            case SeatAddOn addOn -> addOn.prices();
            case Product other -> throw new AssertionError(other);
        };
    }

    private static UnitPrice priceFor(Term term, List<TermPrice> prices) {
        return prices.stream()
                .filter(price -> price.term() == term)
                .map(TermPrice::price)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void betweenTwoTimesOfSaleAProductIsKnownButNotOnSale() {
        var book = book(
                "a,FIXED_PACK,CALL,AUDIO,2020-01-01,2021-01-01,1000,,,,,0.03,,,,,,,,,,",
                "a,FIXED_PACK,CALL,AUDIO,2026-01-01,,1000,,,,,0.03,,,,,,,,,,");

        assertThat(book.find(new ProductCode("a"), IN_2025)).isEmpty();
        assertThat(book.knows(new ProductCode("a"))).isTrue();
        assertThat(book.knows(new ProductCode("b"))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void aBrokenFileIsRefusedWithFileAndLineAndRule(String rule, int line, List<String> lines) {
        var content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(BrokenPriceBook.class)
                .isThrownBy(() -> PriceBookFile.read("broken.csv", content))
                .withMessageStartingWith("broken.csv, line " + line + ": ")
                .withMessageContaining(rule);
    }

    static List<Arguments> brokenFiles() {
        return List.of(
                broken("lists no product", 1),
                broken("lists no product", 1, HEADER),
                broken("the header is not", 1, "product,price", "a,1"),
                broken("the header is not", 1, HEADER.replace("minimum", "min"), fixed("0.03")),
                broken(
                        "21 columns where 22 are expected",
                        3,
                        HEADER,
                        fixed("0.03"),
                        "b,FIXED_PACK,CALL,AUDIO,,,,,,,,,,,,,,,,,"),
                broken("not CSV", 2, HEADER, "\"a\"b,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.03,,,,,,,,,,"),
                broken("product is 'A b' where lower-case", 2, HEADER, fixed("0.03").replaceFirst("a", "A b")),
                broken("kind is 'BUNDLE' where one of", 2, HEADER, fixed("0.03").replace("FIXED_PACK", "BUNDLE")),
                broken("family is 'CALLS' where one of", 2, HEADER, fixed("0.03").replace("CALL", "CALLS")),
                broken("meter is 'FAX' where one of", 2, HEADER, fixed("0.03").replace("AUDIO", "FAX")),
                broken("meter is 'UNMETERED' where one of", 2, HEADER, fixed("0.03").replace("AUDIO", "UNMETERED")),
                broken("in_force_from is '' where a date", 2, HEADER, fixed("0.03").replace("2020-01-01", "")),
                broken("in_force_from is '2023-02-29'", 2, HEADER, fixed("0.03").replace("2020-01-01", "2023-02-29")),
                broken("in_force_until is 'never'", 2, HEADER, fixed("0.03").replace("01-01,,", "01-01,never,")),
                broken("ends before it is in force", 2, HEADER, fixed("0.03").replace("01-01,,", "01-01,2020-01-01,")),
                broken("minutes is '1e3'", 2, HEADER, fixed("0.03").replace("1000", "1e3")),
                broken("minutes is '-1000'", 2, HEADER, fixed("0.03").replace("1000", "-1000")),
                broken("minutes is ''", 2, HEADER, fixed("0.03").replace("1000", "")),
                broken("holds no minutes", 2, HEADER, fixed("0.03").replace("1000", "0")),
                broken("unit_price is ''", 2, HEADER, fixed("")),
                broken("unit_price is '-0.03'", 2, HEADER, fixed("-0.03")),
                broken("unit_price is '1e1000000000'", 2, HEADER, fixed("1e1000000000")),
                broken("unit_price is '0.000000001'", 2, HEADER, fixed("0.000000001")),
                broken("unit_price is 0 without a promotion", 2, HEADER, fixed("0.00")),
                broken("minimum must be blank", 2, HEADER, fixed("0.03").replace("1000,", "1000,5")),
                broken("repeats the product of line 3", 4, HEADER, "# twice", fixed("0.03"), fixed("0.03")),
                broken(
                        "another price of the product is in force",
                        3,
                        HEADER,
                        fixed("0.03"),
                        "a,FIXED_PACK,CALL,AUDIO,2025-01-01,,1000,,,,,0.04,,,,,,,,,,"),
                broken(
                        "another price of the product is in force",
                        3,
                        HEADER,
                        "a,FIXED_PACK,CALL,AUDIO,2025-01-01,,1000,,,,,0.04,,,,,,,,,,",
                        "a,FIXED_PACK,CALL,AUDIO,2020-01-01,2025-01-02,1000,,,,,0.03,,,,,,,,,,"),
                broken("minutes must be blank", 2, HEADER, tier("1000,1000,0,,0.03").replace("01,,,", "01,,9,")),
                broken("minimum of 1500 minutes is not a multiple", 2, HEADER, tier("1500,1000,0,,0.03")),
                broken("the step is 0", 2, HEADER, tier("1000,0,0,,0.03")),
                broken("the minimum is 0", 2, HEADER, tier("0,1000,0,,0.03")),
                broken("begins at 1000 minutes where 0", 2, HEADER, tier("1000,1000,1000,,0.03")),
                broken("have no price", 2, HEADER, tier("1000,1000,0,9000,0.03")),
                broken("ends below 9000", 3, HEADER, tier("1000,1000,0,9000,0.03"), tier("1000,1000,9000,9000,0.02")),
                broken(
                        "begins at 10000 minutes where 9000",
                        2,
                        HEADER,
                        tier("1000,1000,0,9000,0.03"),
                        tier("1000,1000,10000,,0.02")),
                broken(
                        "begins at 8000 minutes where 9000",
                        2,
                        HEADER,
                        tier("1000,1000,0,9000,0.03"),
                        tier("1000,1000,8000,,0.02")),
                broken(
                        "follows one without an end", 2, HEADER, tier("1000,1000,0,,0.03"), tier("1000,1000,9,,0.02")),
                broken("the maximum of 500 minutes is below", 2, HEADER, custom("1000,1000,0,,0.03", "500")),
                broken("fewest must be blank for a FIXED_PACK", 2, HEADER, fixed("0.03").replace(REST, ",,,1,,,,,,,")),
                broken("meter must be blank for a SEAT_PLAN", 2, HEADER, seats("").replace("ION,", "ION,AUDIO")),
                broken("term is 'WEEK' where one of MONTH, YEAR", 2, HEADER, seats("").replace("MONTH", "WEEK")),
                broken("edition is '' where one of", 2, HEADER, seats("").replace("STANDARD", "")),
                broken("fewest is '' where", 2, HEADER, seats("").replace("MONTH,1", "MONTH,")),
                broken("the fewest periods are 0", 2, HEADER, seats("").replace("MONTH,1", "MONTH,0")),
                broken("at most 36 periods, at least 37", 2, HEADER, seats("").replace("MONTH,1", "MONTH,37")),
                broken("more than 1000 periods", 2, HEADER, seats("").replace("MONTH,1,36", "MONTH,1,9999999999")),
                broken("more than 1000 periods", 2, HEADER, seats("").replace("MONTH,1,36", "MONTH,1,1001")),
                broken("the maximum is 0", 2, HEADER, seats("").replace("597,10,", "597,0,")),
                broken("includes no seats", 2, HEADER, seats("").replace(",3,,,", ",0,,,")),
                broken("two prices for MONTH", 2, HEADER, seats(""), seats("")),
                broken("unit_price is 0 without", 2, HEADER, seats("").replace("597", "0")),
                broken("promotion must be blank", 2, HEADER, seats("").replace(",3,,,", ",3,,free,")),
                broken("upgrades_to names seats-gold, which", 2, HEADER, seats("seats-gold")),
                broken("upgrades_to names a, which is of another kind", 2, HEADER, seats("a"), fixed("0.03")),
                broken("upgrades_to names s, which is of no higher edition", 2, HEADER, seats("s")),
                broken(
                        "contradicts line 2",
                        3,
                        HEADER,
                        seats(""),
                        seats("").replace("MONTH", "YEAR").replace("597,10", "7164,9")),
                broken("repeats the product of line 2", 3, HEADER, NUMBER, NUMBER),
                broken("includes no licences", 2, HEADER, CHAT.replace(",3,10000", ",0,10000")),
                broken("region is 'MOON' where one of", 2, HEADER, CHAT.replace("DOMESTIC", "MOON")),
                broken("two prices for DOMESTIC", 2, HEADER, CHAT, CHAT),
                broken("messages is '' where", 2, HEADER, CHAT.replace(",10000", ",")),
                broken("holds no messages", 2, HEADER, messages("0", "free").replace("100000", "0")),
                broken("unit_price is 0 without a promotion", 2, HEADER, messages("0", "")),
                broken("unit_price is not 0 in a promotion", 2, HEADER, messages("1000", "free")),
                broken(
                        "contradicts line 2",
                        3,
                        HEADER,
                        tier("1000,1000,0,9000,0.03"),
                        tier("2000,1000,9000,,0.02")));
    }

    private static Arguments broken(String rule, int line, String... lines) {
        return Arguments.of(rule, line, List.of(lines));
    }

    private static String fixed(String unitPrice) {
        return "a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,," + unitPrice + REST;
    }

    private static String tier(String fromMinimumOn) {
        return "c,CUSTOM_PACK,CALL,AUDIO,2020-01-01,,," + fromMinimumOn + ",1000000,,,,,,,,,";
    }

    private static String custom(String fromMinimumOn, String maximum) {
        return "c,CUSTOM_PACK,CALL,AUDIO,2020-01-01,,," + fromMinimumOn + "," + maximum + ",,,,,,,,,";
    }

    private static String seats(String upgradesTo) {
        return "s,SEAT_PLAN,SUBSCRIPTION,,2020-01-01,,,,,,,597,10,MONTH,1,36,STANDARD,,3,,," + upgradesTo;
    }

    private static String messages(String price, String promotion) {
        return "m,MESSAGE_PACK,ADD_ON,,2020-01-01,,,,,,," + price + ",,,,,,DOMESTIC,,100000," + promotion + ",";
    }

    private static PriceBook book(String... lines) {
        var content = HEADER + "\n" + String.join("\n", lines) + "\n";
        return PriceBookFile.read("test.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String priceAt(PriceBook book, Instant instant) {
        return switch (book.find(new ProductCode("a"), instant).orElseThrow()) {
            case FixedPack pack -> pack.unitPrice().toString();
            case Product other -> throw new AssertionError(other);
        };
    }
}
