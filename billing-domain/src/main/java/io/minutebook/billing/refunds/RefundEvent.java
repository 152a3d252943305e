package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;

/** What can happen to the refunds of one account. */
public sealed interface RefundEvent permits RefundGranted, RefundVetoed, VetoLifted {

    AccountId accountId();
}
