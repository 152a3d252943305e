package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.IssueVoucher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A voucher to give; without validUntil it does not lapse. */
record IssueVoucherBody(@Nullable VoucherId voucherId, @Nullable Money amount, @Nullable Instant validUntil) {

    IssueVoucher toCommand(AccountId accountId, Instant at) {
        return new IssueVoucher(
                accountId,
                Fields.given("voucherId", voucherId),
                Fields.positive("amount", amount),
                validUntil,
                at);
    }
}
