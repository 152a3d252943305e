package io.minutebook.billing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.billing.ProductCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriceBookFileTest {

    private static final String HEADER =
            "product,kind,family,meter,in_force_from,in_force_until,minutes,minimum,step,tier_from,tier_below,unit_price";
    private static final Instant IN_2025 = Instant.parse("2025-01-15T04:00:00Z");

    @Test
    void theShippedPriceBookSellsEveryMinutePackFrom2020On() {
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
                        "offline-asr-custom");
    }

    @Test
    void theVersionFollowsFromTheContent() {
        var cheap = book("a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.03");
        var dear = book("a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.04");

        assertThat(cheap.version()).matches("[0-9a-f]{12}").isNotEqualTo(dear.version());
        assertThat(book("a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.03")).isEqualTo(cheap);
    }

    @Test
    void aNewPriceHoldsFromItsDayInShanghaiOn() {
        var book = book(
                "a,FIXED_PACK,CALL,AUDIO,2020-01-01,2025-07-01,1000,,,,,0.03",
                "a,FIXED_PACK,CALL,AUDIO,2025-07-01,,1000,,,,,0.04");
        var change = Instant.parse("2025-06-30T16:00:00Z");

        assertThat(priceAt(book, change.minusMillis(1))).isEqualTo("0.03");
        assertThat(priceAt(book, change)).isEqualTo("0.04");
    }

    @Test
    void betweenTwoTimesOfSaleAProductIsKnownButNotOnSale() {
        var book = book(
                "a,FIXED_PACK,CALL,AUDIO,2020-01-01,2021-01-01,1000,,,,,0.03",
                "a,FIXED_PACK,CALL,AUDIO,2026-01-01,,1000,,,,,0.03");

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
                broken("11 columns where 12 are expected", 3, HEADER, fixed("0.03"), "b,FIXED_PACK,CALL,AUDIO,,,,,,,"),
                broken("not CSV", 2, HEADER, "\"a\"b,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,,0.03"),
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
                broken("unit_price is 0", 2, HEADER, fixed("0.00")),
                broken("minimum must be blank", 2, HEADER, "a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,5,,,,0.03"),
                broken("repeats the product of line 3", 4, HEADER, "# twice", fixed("0.03"), fixed("0.03")),
                broken(
                        "another price of the product is in force",
                        3,
                        HEADER,
                        fixed("0.03"),
                        "a,FIXED_PACK,CALL,AUDIO,2025-01-01,,1000,,,,,0.04"),
                broken(
                        "another price of the product is in force",
                        3,
                        HEADER,
                        "a,FIXED_PACK,CALL,AUDIO,2025-01-01,,1000,,,,,0.04",
                        "a,FIXED_PACK,CALL,AUDIO,2020-01-01,2025-01-02,1000,,,,,0.03"),
                broken("minutes must be blank", 2, HEADER, "c,CUSTOM_PACK,CALL,AUDIO,2020-01-01,,9,1000,1000,0,,0.03"),
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
        return "a,FIXED_PACK,CALL,AUDIO,2020-01-01,,1000,,,,," + unitPrice;
    }

    private static String tier(String fromMinimumOn) {
        return "c,CUSTOM_PACK,CALL,AUDIO,2020-01-01,,," + fromMinimumOn;
    }

    private static PriceBook book(String... lines) {
        var content = HEADER + "\n" + String.join("\n", lines) + "\n";
        return PriceBookFile.read("test.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String priceAt(PriceBook book, Instant instant) {
        return switch (book.find(new ProductCode("a"), instant).orElseThrow()) {
            case FixedPack pack -> pack.unitPrice().toString();
            case CustomPack pack -> throw new AssertionError(pack);
        };
    }
}
