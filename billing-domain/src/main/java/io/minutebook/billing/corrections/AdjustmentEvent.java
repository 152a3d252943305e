package io.minutebook.billing.corrections;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;

/** What can happen to the corrections of one account. */
public sealed interface AdjustmentEvent permits AdjustmentRequested, AdjustmentApproved {

    AccountId accountId();

    CaseNumber adjustmentId();
}
