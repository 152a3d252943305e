package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;

/** What can happen to one rented number. */
public sealed interface NumberEvent
        permits NumberRented,
                NumberRenewed,
                AutoRenewalSet,
                NumberExpiryAnnounced,
                NumberLapsed,
                NumberExpired,
                NumberDeregistered,
                NumberRefunded {

    AccountId accountId();

    ResourceId resourceId();
}
