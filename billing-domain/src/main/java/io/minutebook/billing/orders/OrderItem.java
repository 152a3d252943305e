package io.minutebook.billing.orders;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.usage.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for; each kind of product takes its own fields and no others.
 *
 * @param quantity 1 when left out; a custom pack takes none
 * @param minutes of a custom pack alone
 * @param term of a seat plan; an add-on may leave it out, for it takes that of its plan
 * @param periods how many terms of seats are paid for at once; 1 when left out
 * @param months of a number or a chat plan; licences may leave them out
 * @param region of chat and of bot messages
 * @param applicationId of seats, chat and bot messages
 * @param autoRenew of a number; not when left out
 */
public record OrderItem(
        ProductCode product,
        @Nullable Long quantity,
        @Nullable Long minutes,
        @Nullable Term term,
        @Nullable Long periods,
        @Nullable Long months,
        @Nullable Region region,
        @Nullable Long applicationId,
        @Nullable Boolean autoRenew) {

    /** A minute pack. */
    public OrderItem(ProductCode product, @Nullable Long quantity, @Nullable Long minutes) {
        this(product, quantity, minutes, null, null, null, null, null, null);
    }

    long quantityOrOne() {
        return quantity == null ? 1 : quantity;
    }

    long minutesOrNone() {
        return minutes == null ? 0 : minutes;
    }

    long periodsOrOne() {
        return periods == null ? 1 : periods;
    }

    boolean hasTerm() {
        return term != null || periods != null;
    }
}
