package io.minutebook.billing.discounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Put an agreed price on record, for all that the account buys in [from, until) from now on. */
public record SetAccountPrice(
        AccountId accountId,
        ProductCode product,
        PriceTerms terms,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean refundable,
        Instant at) {

    public SetAccountPrice {
        if (until != null && !until.isAfter(from)) throw new IllegalArgumentException("it ends before it begins");
    }

    @TargetAggregateIdentifier
    public String stream() {
        return AccountPricesAggregate.streamOf(accountId);
    }
}
