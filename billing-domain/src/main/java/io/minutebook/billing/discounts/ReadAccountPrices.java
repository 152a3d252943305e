package io.minutebook.billing.discounts;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell which prices were agreed with an account; answered with {@link AccountPrices}, and nothing is stored. */
public record ReadAccountPrices(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountPricesAggregate.streamOf(accountId);
    }
}
