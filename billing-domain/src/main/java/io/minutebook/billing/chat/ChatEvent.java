package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;

/** What can happen to the chat plans, licences, trials and message packs of one account. */
public sealed interface ChatEvent
        permits ChatPlanBought,
                LicencesBought,
                ChatRenewed,
                ChatUpgraded,
                ChatExpiryAnnounced,
                ChatExpired,
                ChatTrialStarted,
                ChatTrialEnded,
                MessagePackBought {

    AccountId accountId();

    ResourceId resourceId();
}
