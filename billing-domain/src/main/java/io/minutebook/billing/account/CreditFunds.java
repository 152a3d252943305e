package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Book money that came in: more than nothing. */
public record CreditFunds(AccountId accountId, FundsKind kind, Money amount, String reference, Instant at) {

    public CreditFunds {
        if (!amount.isPositive()) throw new IllegalArgumentException("a credit of " + amount);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}
