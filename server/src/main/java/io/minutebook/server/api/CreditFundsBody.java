package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money that came in, with the reference under which the payer knows it. */
record CreditFundsBody(@Nullable FundsKind kind, @Nullable Money amount, @Nullable String reference) {

    CreditFunds toCommand(AccountId accountId, Instant at) {
        return new CreditFunds(
                accountId,
                Fields.given("kind", kind),
                Fields.positive("amount", amount),
                Fields.text("reference", reference, 200),
                at);
    }
}
