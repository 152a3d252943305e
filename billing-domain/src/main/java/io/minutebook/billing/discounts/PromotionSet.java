package io.minutebook.billing.discounts;

import io.minutebook.billing.Stored;

/** A promotion was announced, or changed; what was bought under it stays as it was bought. */
@Stored(name = "discounts.promotion-set", version = 1)
public record PromotionSet(Promotion promotion) {}
