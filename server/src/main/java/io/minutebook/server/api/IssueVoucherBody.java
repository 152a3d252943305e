package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.IssueVoucher;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A voucher to give; without validUntil it does not lapse. */
record IssueVoucherBody(
        @Schema(requiredMode = REQUIRED) @Nullable VoucherId voucherId,
        @Schema(requiredMode = REQUIRED) @Nullable Money amount,
        @Nullable Instant validUntil) {

    IssueVoucher toCommand(AccountId accountId, Instant at) {
        return new IssueVoucher(
                accountId,
                Fields.given("voucherId", voucherId),
                Fields.positive("amount", amount),
                validUntil,
                at);
    }
}
