package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import java.time.Instant;

/** Money that was credited, and the balances it left. */
record CreditAnswer(
        AccountId accountId,
        FundsKind kind,
        Money amount,
        String reference,
        Instant creditedAt,
        Funds funds) {

    static CreditAnswer of(FundsCredited credited) {
        return new CreditAnswer(
                credited.accountId(),
                credited.kind(),
                credited.amount(),
                credited.reference(),
                credited.creditedAt(),
                credited.funds());
    }
}
