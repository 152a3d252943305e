package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;

/** What can happen to the seats of one account. */
public sealed interface SeatEvent
        permits PlanBought,
                AddOnBought,
                SeatsRenewed,
                SeatsUpgraded,
                SeatsExpiryAnnounced,
                SeatsExpired,
                SeatTrialStarted,
                SeatTrialEnded,
                SeatsRefunded {

    AccountId accountId();

    ResourceId resourceId();
}
