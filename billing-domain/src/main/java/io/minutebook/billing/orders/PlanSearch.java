package io.minutebook.billing.orders;

import static io.minutebook.billing.catalogue.PricingRefusal.EDITION_MISMATCH;
import static io.minutebook.billing.catalogue.PricingRefusal.PLAN_REQUIRED;
import static io.minutebook.billing.catalogue.PricingRefusal.TERM_DIFFERS_FROM_PLAN;

import java.util.List;
import java.util.Optional;

/** The plans that an add-on may extend, narrowed rule by rule; where a rule leaves none, that rule is broken. */
record PlanSearch(
        boolean needed, List<BasePlan> ofApplication, List<BasePlan> ofEdition, List<BasePlan> ofTerm) {

    static final PlanSearch NONE_NEEDED = new PlanSearch(false, List.of(), List.of(), List.of());

    Optional<Objection> objection(OrderItem item) {
        if (!needed || !ofTerm.isEmpty()) return Optional.empty();
        if (ofApplication.isEmpty()) {
            return Optional.of(new Objection(PLAN_REQUIRED, item.product()
                    + " needs a paid plan of the application and, for chat, of the region; buy the plan before or with"
                    + " it."));
        }
        if (ofEdition.isEmpty()) {
            return Optional.of(new Objection(EDITION_MISMATCH, item.product()
                    + " extends plans of its own edition only, and the application has another; choose the add-on of"
                    + " that edition."));
        }
        return Optional.of(new Objection(
                TERM_DIFFERS_FROM_PLAN,
                item.product() + " has the term of its plan and ends with it; leave the term out."));
    }

    BasePlan best() {
        return ofTerm.stream().min(BasePlan.BEST_FIRST).orElseThrow();
    }
}
