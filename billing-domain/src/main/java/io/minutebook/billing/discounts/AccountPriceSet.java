package io.minutebook.billing.discounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Stored;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A price was agreed with an account; what it has bought keeps the price it was bought at. */
@Stored(name = "discounts.account-price-set", version = 1)
public record AccountPriceSet(
        AccountId accountId,
        int number,
        ProductCode product,
        PriceTerms terms,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean refundable,
        Instant setAt) {

    public OwnPrice price() {
        return new OwnPrice(number, product, terms, from, until, reason, refundable, setAt);
    }

    /** Whether it says what the other price says already. */
    boolean repeats(OwnPrice other) {
        return product.equals(other.product())
                && terms.equals(other.terms())
                && from.equals(other.from())
                && Objects.equals(until, other.until())
                && reason.equals(other.reason())
                && refundable == other.refundable();
    }
}
