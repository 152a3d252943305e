package io.minutebook.billing.discounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The discount that something is sold under, as it stood then; a later one changes nothing of what is sold.
 *
 * @param name of a promotion its name, of an own price the number it has among those of the account
 * @param refundable whether what is bought under it may be given back
 */
public record DiscountInForce(
        DiscountSource source,
        String name,
        PriceTerms terms,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean refundable) {}
