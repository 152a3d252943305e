package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.reporting.accounts.AccountView.FundsView;
import io.minutebook.reporting.accounts.AccountView.VoucherView;
import java.time.Instant;
import java.util.List;

/** What an account could spend at a place in the past, or can spend now. */
record FundsAtAnswer(
        AccountId accountId,
        long position,
        Instant at,
        Money cash,
        Money gift,
        Money revenueShare,
        List<VoucherView> vouchers) {

    static FundsAtAnswer of(AccountId accountId, Moment moment, FundsView funds) {
        return new FundsAtAnswer(
                accountId, moment.position(), moment.at(), funds.cash(), funds.gift(), funds.revenueShare(), funds.vouchers());
    }
}
