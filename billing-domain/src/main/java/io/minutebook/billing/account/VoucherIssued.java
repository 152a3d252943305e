package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Stored;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voucher was given to the account; without validUntil it does not lapse.
 *
 * @param minimumSpend what the lines that it may pay must come to; null where any amount will do
 * @param products those that it may pay; empty where it may pay all
 */
@Stored(name = "account.voucher-issued", version = 2)
public record VoucherIssued(
        AccountId accountId,
        VoucherId voucherId,
        Money amount,
        Instant issuedAt,
        @Nullable Instant validUntil,
        @Nullable Money minimumSpend,
        List<ProductCode> products)
        implements AccountEvent {

    public VoucherIssued {
        products = List.copyOf(products);
    }
}
