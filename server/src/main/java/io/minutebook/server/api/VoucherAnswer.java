package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.VoucherIssued;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A voucher that was given; without validUntil it does not lapse. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VoucherAnswer(
        AccountId accountId,
        VoucherId voucherId,
        Money amount,
        Instant issuedAt,
        @Nullable Instant validUntil,
        @Nullable Money minimumSpend,
        List<ProductCode> products) {

    static VoucherAnswer of(VoucherIssued issued) {
        return new VoucherAnswer(
                issued.accountId(),
                issued.voucherId(),
                issued.amount(),
                issued.issuedAt(),
                issued.validUntil(),
                issued.minimumSpend(),
                issued.products());
    }
}
