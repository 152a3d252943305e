package io.minutebook.billing.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {

    private static final Instant AT = Instant.parse("2025-01-15T04:00:00Z");

    private final Pricing pricing = new Pricing(PriceBookFile.shipped());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # product,               minutes, unit price, price
            landline-outbound-10000,   10000, 0.145,        1450.00
            landline-outbound-30000,   30000, 0.142,        4260.00
            landline-outbound-50000,   50000, 0.138,        6900.00
            toll-free-inbound-10000,   10000, 0.148,        1480.00
            toll-free-inbound-30000,   30000, 0.145,        4350.00
            toll-free-inbound-50000,   50000, 0.14,         7000.00
            realtime-asr-60000,        60000, 0.03,         1800.00
            realtime-asr-600000,      600000, 0.025,       15000.00
            offline-asr-60000,         60000, 0.02,         1200.00
            offline-asr-600000,       600000, 0.0167,      10020.00
            """)
    void aFixedPackCostsItsListPrice(String product, long minutes, String unitPrice, String price) {
        var quote = pricing.quote(List.of(fixed(product, null)), AT, Holdings.NONE, Discounts.NONE);

        assertThat(quote.payable()).isEqualTo(Money.yuan(price));
        assertThat(quote.lines()).singleElement().satisfies(line -> {
            assertThat(line.minutes()).isEqualTo(new Minutes(minutes));
            assertThat(line.unitPrice()).isEqualTo(UnitPrice.of(unitPrice));
            assertThat(line.quantity()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # product,                   minutes, unit price, price
            landline-outbound-custom,       5000, 0.15,       750.00
            landline-outbound-custom,       9000, 0.15,       1350.00
            landline-outbound-custom,      10000, 0.145,      1450.00
            landline-outbound-custom,      29000, 0.145,      4205.00
            landline-outbound-custom,      30000, 0.142,      4260.00
            # a larger pack may cost less: 49,000 minutes are charged as listed, without a cap
            landline-outbound-custom,      49000, 0.142,      6958.00
            landline-outbound-custom,      50000, 0.138,      6900.00
            landline-outbound-custom,      51000, 0.138,      7038.00
            landline-outbound-custom, 1000000000, 0.138,      138000000.00
            toll-free-inbound-custom,       5000, 0.15,       750.00
            toll-free-inbound-custom,       9000, 0.15,       1350.00
            toll-free-inbound-custom,      10000, 0.148,      1480.00
            toll-free-inbound-custom,      29000, 0.148,      4292.00
            toll-free-inbound-custom,      30000, 0.145,      4350.00
            toll-free-inbound-custom,      49000, 0.145,      7105.00
            toll-free-inbound-custom,      50000, 0.14,       7000.00
            toll-free-inbound-custom,      51000, 0.14,       7140.00
            audio-custom,                   1000, 0.03,       30.00
            audio-custom,                   9000, 0.03,       270.00
            audio-custom,                  10000, 0.025,      250.00
            audio-custom,                  11000, 0.025,      275.00
            realtime-asr-custom,            1000, 0.05,       50.00
            realtime-asr-custom,           37000, 0.05,       1850.00
            realtime-asr-custom,           59000, 0.05,       2950.00
            realtime-asr-custom,           60000, 0.03,       1800.00
            realtime-asr-custom,          501000, 0.03,       15030.00
            realtime-asr-custom,          599000, 0.03,       17970.00
            realtime-asr-custom,          600000, 0.025,      15000.00
            realtime-asr-custom,          601000, 0.025,      15025.00
            offline-asr-custom,             1000, 0.025,      25.00
            offline-asr-custom,            49000, 0.025,      1225.00
            offline-asr-custom,            59000, 0.025,      1475.00
            offline-asr-custom,            60000, 0.02,       1200.00
            offline-asr-custom,           502000, 0.02,       10040.00
            offline-asr-custom,           599000, 0.02,       11980.00
            offline-asr-custom,           600000, 0.0167,     10020.00
            offline-asr-custom,           601000, 0.0167,     10036.70
            """)
    void aCustomPackCostsThePriceOfItsTierForAllItsMinutes(
            String product, long minutes, String unitPrice, String price) {
        var quote = pricing.quote(List.of(custom(product, minutes)), AT, Holdings.NONE, Discounts.NONE);

        assertThat(quote.payable()).isEqualTo(Money.yuan(price));
        assertThat(quote.lines()).singleElement().satisfies(line -> {
            assertThat(line.unitPrice()).isEqualTo(UnitPrice.of(unitPrice));
            assertThat(line.minutes()).isEqualTo(new Minutes(minutes));
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            landline-outbound-10000, CALL,        LANDLINE_OUTBOUND
            toll-free-inbound-10000, CALL,        TOLL_FREE_INBOUND
            realtime-asr-60000,      VALUE_ADDED, REALTIME_ASR
            offline-asr-60000,       VALUE_ADDED, OFFLINE_ASR
            """)
    void callPacksAreCallChargesAndRecognitionIsValueAdded(String product, Family family, Meter meter) {
        var quote = pricing.quote(List.of(fixed(product, null)), AT, Holdings.NONE, Discounts.NONE);

        assertThat(quote.lines()).singleElement().satisfies(line -> {
            assertThat(line.family()).isEqualTo(family);
            assertThat(line.meter()).isEqualTo(meter);
        });
    }

    @Test
    void everyPackIsALineOfItsOwnNextToItsLikesInTheOrderOfTheItems() {
        var quote = pricing.quote(
                List.of(fixed("offline-asr-60000", 2L), custom("audio-custom", 9_000), fixed("offline-asr-60000", 1L)),
                AT,
                Holdings.NONE, Discounts.NONE);

        assertThat(quote.lines())
                .extracting(line -> line.product() + " " + line.amount())
                .containsExactly(
                        "offline-asr-60000 1200.00",
                        "offline-asr-60000 1200.00",
                        "audio-custom 270.00",
                        "offline-asr-60000 1200.00");
        assertThat(quote.payable()).isEqualTo(Money.yuan("3870.00"));
        assertThat(quote.listPrice()).isEqualTo(quote.payable());
        assertThat(quote.discount()).isEqualTo(Money.ZERO);
    }

    @Test
    void nothingIsOnSaleBeforeThePriceBookBegins() {
        var lastMoment = Instant.parse("2019-12-31T15:59:59.999Z");
        var items = List.of(custom("audio-custom", 1_000));

        assertThat(pricing.quote(items, lastMoment.plusMillis(1), Holdings.NONE, Discounts.NONE).payable())
                .isEqualTo(Money.yuan("30.00"));
        OrderRulesTest.assertRefused(pricing, items, lastMoment, "PRODUCT_NOT_ON_SALE");
    }

    static OrderItem fixed(String product, @Nullable Long quantity) {
        return new OrderItem(new ProductCode(product), quantity, null);
    }

    static OrderItem custom(String product, long minutes) {
        return new OrderItem(new ProductCode(product), null, minutes);
    }
}
