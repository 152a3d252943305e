package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Fraction;
import io.minutebook.billing.ProductCode;
import java.time.Instant;

/** Which part of the list price an account would pay for a product at an instant: 0.9 at ten percent off. */
@FunctionalInterface
public interface DiscountNow {

    /** Everybody pays the list price. */
    DiscountNow NONE = (_, _, _) -> Fraction.ONE;

    Fraction of(AccountId accountId, ProductCode product, Instant at);
}
