package io.minutebook.billing.refunds;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.ResourceId;
import org.jspecify.annotations.Nullable;

/** That refunds are forbidden, of one resource or, where it is null, of all; lifted it stands no more. */
public record Veto(CaseNumber id, @Nullable ResourceId resourceId, String reason, boolean lifted) {

    static Veto of(RefundVetoed event) {
        return new Veto(event.vetoId(), event.resourceId(), event.reason(), false);
    }

    boolean forbids(ResourceId resource) {
        return !lifted && (resourceId == null || resourceId.equals(resource));
    }

    Veto lift() {
        return new Veto(id, resourceId, reason, true);
    }
}
