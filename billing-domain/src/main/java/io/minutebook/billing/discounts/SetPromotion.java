package io.minutebook.billing.discounts;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a promotion on record, for all that is bought in [from, until) from now on. */
public record SetPromotion(Promotion promotion) {

    public SetPromotion {
        var until = promotion.until();
        if (until != null && !until.isAfter(promotion.from())) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    @TargetAggregateIdentifier
    public String stream() {
        return PromotionsAggregate.STREAM;
    }
}
