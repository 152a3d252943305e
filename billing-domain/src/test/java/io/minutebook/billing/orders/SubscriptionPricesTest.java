package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.chat;
import static io.minutebook.billing.orders.Items.number;
import static io.minutebook.billing.orders.Items.seats;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionPricesTest {

    private static final Instant AT = Instant.parse("2025-01-01T00:00:00+08:00");

    private final Pricing pricing = new Pricing(PriceBookFile.shipped());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # plan,           add-on,              term,  periods, plan price, add-on price
            seats-standard,   extra-seat-standard, MONTH, 1,       597.00,     199.00
            seats-standard,   sip-phone-standard,  MONTH, 1,       597.00,     59.00
            seats-standard,   extra-seat-standard, YEAR,  1,       7164.00,    2388.00
            seats-standard,   sip-phone-standard,  YEAR,  1,       7164.00,    708.00
            seats-advanced,   extra-seat-advanced, MONTH, 1,       897.00,     299.00
            seats-advanced,   sip-phone-advanced,  MONTH, 1,       897.00,     89.00
            seats-advanced,   extra-seat-advanced, YEAR,  1,       10764.00,   3588.00
            seats-advanced,   sip-phone-advanced,  YEAR,  1,       10764.00,   1068.00
            # several terms at once
            seats-standard,   extra-seat-standard, MONTH, 36,      21492.00,   7164.00
            seats-advanced,   sip-phone-advanced,  YEAR,  3,       32292.00,   3204.00
            """)
    void aPlanAndItsAddOnCostTheirListPriceForTheWholeTerm(
            String plan, String addOn, Term term, long periods, String planPrice, String addOnPrice) {
        var quote = quote(seats(addOn, 1, null), seats(plan, 1, term, periods));

        assertThat(quote.lines()).extracting(QuotedLine::amount).containsExactly(yuan(addOnPrice), yuan(planPrice));
        assertThat(quote.lines()).extracting(QuotedLine::family).containsExactly(Family.ADD_ON, Family.SUBSCRIPTION);
        assertThat(quote.lines()).extracting(QuotedLine::calculation).containsOnlyNulls();
        assertThat(quote.payable()).isEqualTo(yuan(planPrice).plus(yuan(addOnPrice)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # product,      region,   months, unit price, price
            chat-standard,  DOMESTIC, 1,      1000,       1000.00
            chat-standard,  OVERSEAS, 1,      1500,       1500.00
            chat-advanced,  DOMESTIC, 1,      3000,       3000.00
            chat-advanced,  OVERSEAS, 1,      4500,       4500.00
            chat-advanced,  OVERSEAS, 36,     4500,       162000.00
            """)
    void aChatPlanCostsThePriceOfItsRegion(
            String product, Region region, long months, String unitPrice, String price) {
        var line = quote(chat(product, 1, region, months)).lines().getFirst();

        assertThat(line.amount()).isEqualTo(yuan(price));
        assertThat(line.unitPrice()).isEqualTo(UnitPrice.of(unitPrice));
        assertThat(line.family()).isEqualTo(Family.SUBSCRIPTION);
    }

    @ParameterizedTest
    @CsvSource({"DOMESTIC, 199, 1990.00", "OVERSEAS, 299, 2990.00"})
    void aLicenceCostsThePriceOfItsRegionForTheMonthsOfItsPlan(Region region, String unitPrice, String price) {
        var line = quote(chat("chat-licence", 5, region, null), chat("chat-standard", 1, region, 2L)).lines().getFirst();

        assertThat(line.unitPrice()).isEqualTo(UnitPrice.of(unitPrice));
        assertThat(line.amount()).isEqualTo(yuan(price));
        assertThat(line.family()).isEqualTo(Family.ADD_ON);
    }

    @ParameterizedTest
    @CsvSource({"number-landline, 1, 50.00", "number-landline, 36, 1800.00", "number-400, 1, 108.00", "number-400, 6, 648.00"})
    void aNumberCostsItsRentForEachMonth(String product, long months, String price) {
        var line = quote(number(product, 1, months)).lines().getFirst();

        assertThat(line.amount()).isEqualTo(yuan(price));
        assertThat(line.family()).isEqualTo(Family.CALL);
    }

    @Test
    void fourExtraSeatsAndTwoSipPhonesEndWithTheAdvancedPlanOfTheSameOrder() {
        var quote = quote(
                seats("seats-advanced", 1, Term.MONTH),
                seats("extra-seat-advanced", 4, null),
                seats("sip-phone-advanced", 2, Term.MONTH));

        assertThat(quote.payable()).isEqualTo(yuan("2271.00"));
        assertThat(quote.lines()).extracting(QuotedLine::quantity).containsExactly(1L, 4L, 2L);
        assertThat(quote.lines()).allSatisfy(line -> {
            assertThat(line.validFrom()).isEqualTo(AT);
            assertThat(line.validUntil()).isEqualTo("2025-01-31T16:00:00Z");
            assertThat(line.lastDay()).isEqualTo("2025-01-31");
        });
    }

    @Test
    void everyNumberIsALineOfItsOwn() {
        var quote = quote(number("number-landline", 2, 6), number("number-400", 1, 12));

        assertThat(quote.payable()).isEqualTo(yuan("1896.00"));
        assertThat(quote.lines())
                .extracting(line -> line.product() + " " + line.quantity() + " " + line.amount())
                .containsExactly("number-landline 1 300.00", "number-landline 1 300.00", "number-400 1 1296.00");
    }

    @Test
    void fiveLicencesAndAnOverseasAdvancedPlan() {
        var quote = quote(
                chat("chat-advanced", 1, Region.OVERSEAS, 1L), chat("chat-licence", 5, Region.OVERSEAS, 1L));

        assertThat(quote.payable()).isEqualTo(yuan("5995.00"));
    }

    @Test
    void messagePacksAreFreeWhileThePromotionIsInForceAndValidForAYear() {
        var quote = quote(
                chat("bot-messages-100k", 2, Region.DOMESTIC, null), chat("chat-standard", 1, Region.DOMESTIC, 1L));

        assertThat(quote.lines()).hasSize(3);
        assertThat(quote.lines().subList(0, 2)).allSatisfy(line -> {
            assertThat(line.amount()).isEqualTo(Money.ZERO);
            assertThat(line.messages()).isEqualTo(new MessageGrant(Items.APPLICATION, Region.DOMESTIC, 100_000));
            assertThat(line.lastDay()).isEqualTo("2026-01-01");
            assertThat(line.family()).isEqualTo(Family.ADD_ON);
        });
    }

    /** The same wall-clock time so many calendar months later, counted from the start. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # bought,                     months, usable until
            2025-01-31T17:40:46+08:00,    1,      2025-02-28T17:40:46+08:00
            2025-01-31T17:40:46+08:00,    2,      2025-03-31T17:40:46+08:00
            2024-01-31T17:40:46+08:00,    1,      2024-02-29T17:40:46+08:00
            2020-02-11T17:40:46+08:00,    2,      2020-04-11T17:40:46+08:00
            2025-01-01T00:00:00+08:00,    12,     2026-01-01T00:00:00+08:00
            2024-02-29T12:00:00+08:00,    12,     2025-02-28T12:00:00+08:00
            """)
    void aMonthIsACalendarMonth(Instant bought, long months, Instant until) {
        var ofNumber = pricing.quote(List.of(number("number-400", 1, months)), bought, Holdings.NONE, Discounts.NONE);
        var ofSeats = pricing.quote(List.of(seats("seats-standard", 1, Term.MONTH, months)), bought, Holdings.NONE, Discounts.NONE);

        assertThat(ofNumber.lines().getFirst().validUntil()).isEqualTo(until);
        assertThat(ofSeats.lines().getFirst().validUntil()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # bought,                     months, last day
            2025-01-31T10:00:00+08:00,    1,      2025-02-28
            2025-01-31T10:00:00+08:00,    2,      2025-03-30
            2025-01-31T10:00:00+08:00,    3,      2025-04-30
            2024-01-31T10:00:00+08:00,    1,      2024-02-29
            2025-01-30T10:00:00+08:00,    1,      2025-02-28
            2025-01-29T10:00:00+08:00,    1,      2025-02-28
            2025-01-15T00:00:00+08:00,    1,      2025-02-14
            2025-03-01T10:00:00+08:00,    1,      2025-03-31
            2025-02-01T10:00:00+08:00,    1,      2025-02-28
            2025-02-01T10:00:00+08:00,    2,      2025-03-31
            2025-03-31T10:00:00+08:00,    1,      2025-04-30
            2025-12-31T23:59:59.999+08:00, 1,     2026-01-30
            """)
    void aChatMonthEndsOnTheDayBeforeTheSameDayOrOnTheLastOfAShortMonth(
            Instant bought, long months, LocalDate lastDay) {
        var quote = pricing.quote(
                List.of(chat("chat-standard", 1, Region.DOMESTIC, months)), bought, Holdings.NONE, Discounts.NONE);

        var line = quote.lines().getFirst();
        assertThat(line.lastDay()).isEqualTo(lastDay);
        assertThat(line.validFrom()).isEqualTo(bought);
        assertThat(line.validUntil())
                .isEqualTo(lastDay.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
    }

    private Quote quote(OrderItem... items) {
        return pricing.quote(List.of(items), AT, Holdings.NONE, Discounts.NONE);
    }

    private static Money yuan(String amount) {
        return Money.yuan(amount);
    }
}
