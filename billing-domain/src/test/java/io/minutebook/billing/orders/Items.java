package io.minutebook.billing.orders;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.usage.Region;
import org.jspecify.annotations.Nullable;

/** Items of orders for tests. */
final class Items {

    static final long APPLICATION = 1_400_000_001L;

    private Items() {}

    static OrderItem seats(String product, long quantity, @Nullable Term term) {
        return seats(product, quantity, term, null);
    }

    static OrderItem seats(String product, long quantity, @Nullable Term term, @Nullable Long periods) {
        return new OrderItem(
                new ProductCode(product), quantity, null, term, periods, null, null, APPLICATION, null);
    }

    static OrderItem number(String product, long quantity, long months) {
        return new OrderItem(new ProductCode(product), quantity, null, null, null, months, null, null, null);
    }

    static OrderItem renewedNumber(String product, long months) {
        return new OrderItem(new ProductCode(product), 1L, null, null, null, months, null, null, true);
    }

    static OrderItem chat(String product, long quantity, Region region, @Nullable Long months) {
        return new OrderItem(
                new ProductCode(product), quantity, null, null, null, months, region, APPLICATION, null);
    }
}
