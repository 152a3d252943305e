package io.minutebook.billing.discounts;

/** The promotions as they stand for whoever asks: no lock is taken, for every order of every account asks. */
@FunctionalInterface
public interface PromotionBook {

    Promotions current();
}
