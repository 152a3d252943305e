package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.IssueVoucher;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voucher to give; without validUntil it does not lapse.
 *
 * @param products those that it may pay; all when left out
 */
record IssueVoucherBody(
        @Schema(requiredMode = REQUIRED) @Nullable VoucherId voucherId,
        @Schema(requiredMode = REQUIRED) @Nullable Money amount,
        @Nullable Instant validUntil,
        @Nullable Money minimumSpend,
        @ArraySchema(maxItems = 100) @Nullable List<@Nullable ProductCode> products) {

    private static final int MOST_PRODUCTS = 100;

    IssueVoucher toCommand(AccountId accountId, Instant at) {
        return new IssueVoucher(
                accountId,
                Fields.given("voucherId", voucherId),
                Fields.positive("amount", amount),
                validUntil,
                minimumSpend,
                Fields.listOrNone("products", products, MOST_PRODUCTS),
                at);
    }
}
