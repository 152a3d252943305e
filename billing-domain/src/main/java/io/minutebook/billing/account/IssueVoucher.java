package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Give the account a voucher that is worth something. */
public record IssueVoucher(
        AccountId accountId, VoucherId voucherId, Money amount, @Nullable Instant validUntil, Instant at) {

    public IssueVoucher {
        if (!amount.isPositive()) throw new IllegalArgumentException("a voucher of " + amount);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}
