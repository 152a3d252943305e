package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;

/** What can happen to an account and its funds. */
public sealed interface AccountEvent
        permits AccountRegistered,
                AccountDetailsChanged,
                FundsCredited,
                VoucherIssued,
                OrderPaid,
                FundsReturned,
                ViolationFound,
                ViolationAppealed {

    AccountId accountId();
}
