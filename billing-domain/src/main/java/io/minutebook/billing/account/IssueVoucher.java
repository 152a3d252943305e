package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Give the account a voucher that is worth something.
 *
 * @param minimumSpend what the lines that it may pay must come to; null where any amount will do
 * @param products those that it may pay; empty where it may pay all
 */
public record IssueVoucher(
        AccountId accountId,
        VoucherId voucherId,
        Money amount,
        @Nullable Instant validUntil,
        @Nullable Money minimumSpend,
        List<ProductCode> products,
        Instant at) {

    public IssueVoucher {
        if (!amount.isPositive()) throw new IllegalArgumentException("a voucher of " + amount);
        products = List.copyOf(products);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}
