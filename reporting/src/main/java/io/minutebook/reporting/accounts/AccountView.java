package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.Standing;
import java.util.List;

/** An account as callers see it; its funds leave out vouchers that are used up or have lapsed. */
public record AccountView(AccountId accountId, String name, String legalEntityId, Standing standing, FundsView funds) {

    /** What the account can spend, by kind. */
    public record FundsView(Money cash, Money gift, Money revenueShare, List<VoucherView> vouchers) {}

    /** A voucher and what is left on it. */
    public record VoucherView(VoucherId voucherId, Money amount) {}
}
