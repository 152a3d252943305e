package io.minutebook.billing.orders;

import io.minutebook.billing.ProductCode;
import org.jspecify.annotations.Nullable;

/** What a buyer asks for: a fixed pack by quantity (1 when left out), or a custom pack by its minutes. */
public record OrderItem(ProductCode product, @Nullable Long quantity, @Nullable Long minutes) {

    long quantityOrOne() {
        return quantity == null ? 1 : quantity;
    }

    long minutesOrNone() {
        return minutes == null ? 0 : minutes;
    }
}
