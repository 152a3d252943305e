package io.minutebook.server.api;

import io.minutebook.billing.discounts.DiscountKind;
import io.minutebook.billing.discounts.PriceTerms;
import io.minutebook.server.problem.Rejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terms of a discount as a caller writes them; the length of a number is looked at before it becomes one. */
final class AskedTerms {

    private static final Pattern RATE = Pattern.compile("[01](\\.[0-9]{1,4})?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,8})?");

    private AskedTerms() {}

    static PriceTerms of(@Nullable DiscountKind kind, @Nullable String value) {
        var text = Fields.given("value", value);
        return switch (Fields.given("kind", kind)) {
            case RATE -> rate(text);
            case AMOUNT -> amount(text);
        };
    }

    private static PriceTerms rate(String text) {
        if (RATE.matcher(text).matches() && isPositive(text) && new BigDecimal(text).compareTo(BigDecimal.ONE) <= 0) {
            return PriceTerms.rate(text);
        }
        throw Rejected.malformed("value: send the part of the list price that is paid as a decimal string such as"
                + " \"0.8\", above 0 and at most 1, with at most 4 decimals.");
    }

    private static PriceTerms amount(String text) {
        if (AMOUNT.matcher(text).matches() && isPositive(text)) return PriceTerms.amount(text);
        throw Rejected.malformed("value: send the price of one unit in yuan as a decimal string such as \"0.12\", above"
                + " 0, with at most 6 digits before the point and 8 after it.");
    }

    private static boolean isPositive(String text) {
        return new BigDecimal(text).signum() > 0;
    }

    static @Nullable Instant until(Instant from, @Nullable DayOrInstant until) {
        if (until == null || until.instant().isAfter(from)) return until == null ? null : until.instant();
        throw Rejected.malformed("until: send a time after from, or leave it out.");
    }
}
