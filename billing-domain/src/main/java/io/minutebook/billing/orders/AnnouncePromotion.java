package io.minutebook.billing.orders;

import io.minutebook.billing.discounts.Promotion;
import io.minutebook.billing.discounts.SetPromotion;

/** Announce a promotion on products that there are; answered with {@link Promotion}. */
public record AnnouncePromotion(SetPromotion promotion) {}
