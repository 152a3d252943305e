package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.PricingTest.custom;
import static io.minutebook.billing.orders.PricingTest.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.discounts.Discounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRulesTest {

    private static final Instant AT = Instant.parse("2025-01-15T04:00:00Z");
    private static final String ENDED = """
            product,kind,family,meter,in_force_from,in_force_until,minutes,minimum,step,tier_from,tier_below,unit_price,maximum,term,fewest,most,edition,region,included,messages,promotion,upgrades_to
            ended,FIXED_PACK,CALL,AUDIO,2020-01-01,2024-01-01,1000,,,,,0.03,,,,,,,,,,
            """;

    private final Pricing pricing = new Pricing(PriceBookFile.shipped());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # product,                refusal,               detail names,          quantity,            minutes
            nonsense,                 UNKNOWN_PRODUCT,       catalogue,             ,
            LANDLINE-OUTBOUND-10000,  UNKNOWN_PRODUCT,       catalogue,             ,
            landline-outbound-10000,  QUANTITY_NOT_POSITIVE, quantity 1,            0,
            landline-outbound-10000,  QUANTITY_NOT_POSITIVE, quantity 1,            -1,
            landline-outbound-10000,  QUANTITY_NOT_POSITIVE, fixed size,            ,                    10000
            landline-outbound-10000,  QUANTITY_NOT_POSITIVE, fixed size,            1,                   10000
            landline-outbound-custom, QUANTITY_NOT_POSITIVE, 5000 in steps of 1000, ,
            landline-outbound-custom, QUANTITY_NOT_POSITIVE, 5000 in steps of 1000, ,                    0
            landline-outbound-custom, QUANTITY_NOT_POSITIVE, 5000 in steps of 1000, ,                    -5000
            landline-outbound-custom, QUANTITY_NOT_POSITIVE, without a quantity,    2,                   5000
            landline-outbound-custom, BELOW_MINIMUM,         5000 in steps of 1000, ,                    1
            landline-outbound-custom, BELOW_MINIMUM,         5000 in steps of 1000, ,                    4000
            landline-outbound-custom, BELOW_MINIMUM,         5000 in steps of 1000, ,                    4999
            toll-free-inbound-custom, BELOW_MINIMUM,         5000 in steps of 1000, ,                    4000
            audio-custom,             BELOW_MINIMUM,         1000 in steps of 1000, ,                    999
            realtime-asr-custom,      BELOW_MINIMUM,         1000 in steps of 1000, ,                    999
            offline-asr-custom,       BELOW_MINIMUM,         1000 in steps of 1000, ,                    999
            audio-custom,             ABOVE_MAXIMUM,         at most 1000000000,    ,                    1000000001
            audio-custom,             ABOVE_MAXIMUM,         at most 1000000000,    ,                    1000001000
            audio-custom,             ABOVE_MAXIMUM,         at most 1000000000,    ,                    9223372036854775807
            landline-outbound-10000,  ABOVE_MAXIMUM,         1000 packs,            1001,
            landline-outbound-10000,  ABOVE_MAXIMUM,         1000 packs,            9223372036854775807,
            landline-outbound-custom, OFF_STEP,              5000 in steps of 1000, ,                    5500
            toll-free-inbound-custom, OFF_STEP,              5000 in steps of 1000, ,                    5001
            audio-custom,             OFF_STEP,              1000 in steps of 1000, ,                    1500
            realtime-asr-custom,      OFF_STEP,              1000 in steps of 1000, ,                    59999
            offline-asr-custom,       OFF_STEP,              1000 in steps of 1000, ,                    1001
            """)
    void anItemThatBreaksARuleIsRefusedAndToldWhatIsAllowed(
            String product, String reason, String allowed, @Nullable Long quantity, @Nullable Long minutes) {
        var item = new OrderItem(new ProductCode(product), quantity, minutes);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> pricing.quote(List.of(item), AT, Holdings.NONE, Discounts.NONE))
                .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo(reason))
                .withMessageContaining(allowed);
    }

    @Test
    void aProductThatIsNoLongerSoldIsKnownButNotOnSale() {
        var past = new Pricing(PriceBookFile.read("past.csv", ENDED.getBytes(StandardCharsets.UTF_8)));

        assertRefused(past, List.of(fixed("ended", null)), AT, "PRODUCT_NOT_ON_SALE");
    }

    @Test
    void theStrongestReasonOfAllItemsIsTold() {
        var weakestFirst = List.of(
                custom("audio-custom", 1_500),
                fixed("landline-outbound-10000", 1_001L),
                custom("audio-custom", 500),
                fixed("landline-outbound-10000", 0L),
                fixed("nonsense", null));

        var told = List.of("OFF_STEP", "ABOVE_MAXIMUM", "BELOW_MINIMUM", "QUANTITY_NOT_POSITIVE", "UNKNOWN_PRODUCT");

        for (int items = 1; items <= told.size(); items++) {
            assertRefused(pricing, weakestFirst.subList(0, items), AT, told.get(items - 1));
        }
    }

    @Test
    void anOrderHoldsAThousandPacksHoweverTheyAreSpreadOverItems() {
        var thousand = List.of(fixed("realtime-asr-60000", 600L), fixed("offline-asr-60000", 400L));
        var oneMore = Stream.concat(thousand.stream(), Stream.of(custom("audio-custom", 1_000))).toList();

        assertThat(pricing.quote(thousand, AT, Holdings.NONE, Discounts.NONE).lines()).hasSize(1_000);
        assertRefused(pricing, oneMore, AT, "ABOVE_MAXIMUM");
    }

    @Test
    void refusalsAreListedInOrderOfPrecedence() {
        assertThat(PricingRefusal.values())
                .extracting(Enum::name)
                .containsExactly(
                        "MALFORMED_REQUEST",
                        "UNKNOWN_PRODUCT",
                        "PRODUCT_NOT_ON_SALE",
                        "QUANTITY_NOT_POSITIVE",
                        "BELOW_MINIMUM",
                        "ABOVE_MAXIMUM",
                        "OFF_STEP",
                        "TERM_INVALID",
                        "PLAN_REQUIRED",
                        "EDITION_MISMATCH",
                        "TERM_DIFFERS_FROM_PLAN",
                        "PRECONDITION_UNMET");
    }

    static void assertRefused(Pricing pricing, List<OrderItem> items, Instant at, String reason) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> pricing.quote(items, at, Holdings.NONE, Discounts.NONE))
                .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo(reason));
    }
}
