package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.reporting.resources.HeldResource;
import io.minutebook.reporting.resources.ResourcePart;
import io.minutebook.reporting.resources.Resources;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The resources of an account as they are shown; those of another account are unknown. */
@Component
class HeldResources {

    private final Resources resources;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    HeldResources(Resources resources, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.resources = resources;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    /** As it stands after all that was stored when it was asked for. */
    HeldResource get(AccountId accountId, ResourceId resourceId) {
        registered.requireAfterCatchingUp(accountId);
        return resources
                .find(accountId, resourceId.value(), ledgerClock.instant())
                .orElseThrow(() -> new Refused(
                        ResourceRefusal.UNKNOWN_RESOURCE,
                        "The account has no resource " + resourceId + "; its resources are listed."));
    }

    /** A pack has neither term nor edition and is no number; all else is the ledger's to judge. */
    void requireNoPack(AccountId accountId, ResourceId resourceId, ResourceRefusal otherwise) {
        if (get(accountId, resourceId).part() != ResourcePart.PACK) return;
        throw new Refused(otherwise, resourceId + " is a pack, which stays as it was bought; buy another one.");
    }
}
