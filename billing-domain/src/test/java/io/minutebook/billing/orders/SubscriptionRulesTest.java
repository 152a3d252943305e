package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.chat;
import static io.minutebook.billing.orders.Items.number;
import static io.minutebook.billing.orders.Items.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.Term;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionRulesTest {

    private static final Instant AT = Instant.parse("2025-01-01T00:00:00+08:00");

    private final Pricing pricing = new Pricing(PriceBookFile.shipped());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # product,           refusal,               detail names,         qty, minutes, term,  periods, months, region,   app, auto
            seats-standard,      MALFORMED_REQUEST,     needs applicationId,  1,   ,        MONTH, ,        ,       ,         ,
            seats-standard,      MALFORMED_REQUEST,     takes no region,      1,   ,        MONTH, ,        ,       DOMESTIC, 1,
            seats-standard,      MALFORMED_REQUEST,     takes no autoRenew,   1,   ,        MONTH, ,        ,       ,         1,   true
            number-400,          MALFORMED_REQUEST,     takes no application, 1,   ,        ,      ,        1,      ,         1,
            chat-standard,       MALFORMED_REQUEST,     needs region,         1,   ,        ,      ,        1,      ,         1,
            chat-licence,        MALFORMED_REQUEST,     needs applicationId,  1,   ,        ,      ,        1,      DOMESTIC, ,
            bot-messages-100k,   MALFORMED_REQUEST,     needs region,         1,   ,        ,      ,        ,       ,         1,
            audio-custom,        MALFORMED_REQUEST,     takes no application, ,    1000,    ,      ,        ,       ,         1,
            seats-standard,      QUANTITY_NOT_POSITIVE, no minutes,           1,   1000,    MONTH, ,        ,       ,         1,
            seats-standard,      QUANTITY_NOT_POSITIVE, quantity 1,           0,   ,        MONTH, ,        ,       ,         1,
            number-400,          QUANTITY_NOT_POSITIVE, quantity 1,           -1,  ,        ,      ,        1,      ,         ,
            bot-messages-100k,   QUANTITY_NOT_POSITIVE, quantity 1,           0,   ,        ,      ,        ,       DOMESTIC, 1,
            seats-standard,      ABOVE_MAXIMUM,         up to quantity 1000,  1001,,        MONTH, ,        ,       ,         1,
            number-400,          ABOVE_MAXIMUM,         up to quantity 1000,  1001,,        ,      ,        1,      ,         ,
            bot-messages-100k,   ABOVE_MAXIMUM,         at most 1000 packs,   1001,,        ,      ,        ,       DOMESTIC, 1,
            seats-standard,      TERM_INVALID,          MONTH or YEAR,        1,   ,        ,      ,        ,       ,         1,
            seats-standard,      TERM_INVALID,          no months,            1,   ,        MONTH, ,        1,      ,         1,
            seats-standard,      TERM_INVALID,          1 to 36,              1,   ,        MONTH, 0,       ,       ,         1,
            seats-standard,      TERM_INVALID,          1 to 36,              1,   ,        MONTH, 37,      ,       ,         1,
            seats-standard,      TERM_INVALID,          1 to 3 periods,       1,   ,        YEAR,  4,       ,       ,         1,
            extra-seat-standard, TERM_INVALID,          no months,            1,   ,        ,      ,        1,      ,         1,
            extra-seat-standard, TERM_INVALID,          leave periods out,    1,   ,        ,      0,       ,       ,         1,
            number-landline,     TERM_INVALID,          1 to 36,              1,   ,        ,      ,        ,       ,         ,
            number-landline,     TERM_INVALID,          1 to 36,              1,   ,        ,      ,        0,      ,         ,
            number-landline,     TERM_INVALID,          1 to 36,              1,   ,        ,      ,        37,     ,         ,
            number-landline,     TERM_INVALID,          no term,              1,   ,        MONTH, ,        1,      ,         ,
            chat-standard,       TERM_INVALID,          1 to 36,              1,   ,        ,      ,        ,       DOMESTIC, 1,
            chat-standard,       TERM_INVALID,          no term,              1,   ,        ,      1,       1,      DOMESTIC, 1,
            chat-licence,        TERM_INVALID,          no term,              1,   ,        MONTH, ,        ,       DOMESTIC, 1,
            chat-licence,        TERM_INVALID,          leave months out,     1,   ,        ,      ,        0,      DOMESTIC, 1,
            bot-messages-100k,   TERM_INVALID,          one year,             1,   ,        ,      ,        12,     DOMESTIC, 1,
            audio-custom,        TERM_INVALID,          one year,             ,    1000,    YEAR,  ,        ,       ,         ,
            extra-seat-standard, PLAN_REQUIRED,         needs a paid plan,    1,   ,        ,      ,        ,       ,         1,
            sip-phone-advanced,  PLAN_REQUIRED,         needs a paid plan,    1,   ,        YEAR,  ,        ,       ,         1,
            chat-licence,        PLAN_REQUIRED,         needs a paid plan,    1,   ,        ,      ,        ,       OVERSEAS, 1,
            bot-messages-100k,   PLAN_REQUIRED,         needs a paid plan,    1,   ,        ,      ,        ,       OVERSEAS, 1,
            """)
    void anItemThatBreaksARuleIsRefusedAndToldWhatIsAllowed(
            String product,
            String reason,
            String allowed,
            @Nullable Long quantity,
            @Nullable Long minutes,
            @Nullable Term term,
            @Nullable Long periods,
            @Nullable Long months,
            @Nullable Region region,
            @Nullable Long applicationId,
            @Nullable Boolean autoRenew) {
        var item = new OrderItem(
                new ProductCode(product), quantity, minutes, term, periods, months, region, applicationId, autoRenew);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> pricing.quote(List.of(item), AT, Holdings.NONE, Discounts.NONE))
                .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo(reason))
                .withMessageContaining(allowed.strip());
    }

    @Test
    void anAddOnFindsItsPlanWhereverItStandsInTheOrder() {
        var addOnFirst = List.of(seats("extra-seat-standard", 1, null), seats("seats-standard", 1, Term.MONTH));

        assertThat(pricing.quote(addOnFirst, AT, Holdings.NONE, Discounts.NONE).lines())
                .extracting(QuotedLine::planLine)
                .containsExactly(1, null);
    }

    @Test
    void anAddOnOfAnotherEditionIsRefused() {
        assertRefused(
                "EDITION_MISMATCH",
                seats("seats-standard", 1, Term.MONTH),
                seats("extra-seat-advanced", 1, Term.YEAR));
    }

    @Test
    void anAddOnTakesTheTermOfItsPlan() {
        var plan = seats("seats-standard", 1, Term.MONTH, 3L);

        assertRefused("TERM_DIFFERS_FROM_PLAN", plan, seats("extra-seat-standard", 1, Term.YEAR));
        assertRefused("TERM_DIFFERS_FROM_PLAN", plan, seats("extra-seat-standard", 1, Term.MONTH, 1L));
        assertRefused(
                "TERM_DIFFERS_FROM_PLAN",
                chat("chat-standard", 1, Region.DOMESTIC, 2L),
                chat("chat-licence", 1, Region.DOMESTIC, 1L));
    }

    @Test
    void aPlanOfAnotherApplicationOrRegionIsNone() {
        var elsewhere = new OrderItem(
                new ProductCode("seats-standard"), 1L, null, Term.MONTH, null, null, null, 2L, null);

        assertRefused("PLAN_REQUIRED", elsewhere, seats("extra-seat-standard", 1, null));
        assertRefused(
                "PLAN_REQUIRED",
                chat("chat-standard", 1, Region.DOMESTIC, 1L),
                chat("chat-licence", 1, Region.OVERSEAS, null));
    }

    @Test
    void amongSeveralPlansTheOneThatEndsLastIsExtended() {
        var quote = pricing.quote(
                List.of(
                        seats("seats-standard", 1, Term.MONTH),
                        seats("seats-standard", 1, Term.YEAR),
                        seats("seats-standard", 1, Term.YEAR),
                        seats("extra-seat-standard", 1, null),
                        seats("extra-seat-standard", 1, Term.MONTH)),
                AT,
                Holdings.NONE, Discounts.NONE);

        assertThat(quote.lines()).extracting(QuotedLine::planLine).containsExactly(null, null, null, 1, 0);
    }

    @Test
    void theStrongestReasonOfAllItemsIsTold() {
        var weakestFirst = List.of(
                seats("seats-standard", 1, Term.MONTH),
                seats("extra-seat-standard", 1, Term.YEAR),
                seats("extra-seat-advanced", 1, null),
                chat("chat-licence", 1, Region.DOMESTIC, null),
                number("number-400", 1, 0),
                number("number-400", 1001, 1),
                number("number-400", 0, 1),
                number("nonsense", 1, 1),
                chat("number-400", 1, Region.DOMESTIC, 1L));
        var told = List.of(
                "TERM_DIFFERS_FROM_PLAN",
                "EDITION_MISMATCH",
                "PLAN_REQUIRED",
                "TERM_INVALID",
                "ABOVE_MAXIMUM",
                "QUANTITY_NOT_POSITIVE",
                "UNKNOWN_PRODUCT",
                "MALFORMED_REQUEST");
        for (int items = 2; items <= weakestFirst.size(); items++) {
            assertRefused(
                    told.get(items - 2), weakestFirst.subList(0, items).toArray(OrderItem[]::new));
        }
    }

    private void assertRefused(String reason, OrderItem... items) {
        OrderRulesTest.assertRefused(pricing, List.of(items), AT, reason);
    }
}
