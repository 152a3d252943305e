package io.minutebook.server.api;

import io.minutebook.billing.entitlements.Entitlement;
import io.minutebook.billing.entitlements.EntitlementCode;
import io.minutebook.billing.entitlements.Inclusion;
import io.minutebook.billing.entitlements.PlanFamily;
import io.minutebook.reporting.entitlements.PlanView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application may use something at an instant, and why.
 *
 * @param rule the entry of the price guide that decides
 * @param plan the one that includes it, or else the best one in force; null where there is none
 * @param quantity how many of the unit one such plan includes; null where it is not included or nothing is counted
 * @param orMore whether that is the least there is
 * @param note how far it goes; null where nothing is left to say
 */
record EntitlementAnswer(
        long applicationId,
        EntitlementCode code,
        @Nullable String name,
        boolean entitled,
        EntitlementCode rule,
        Reason reason,
        PlanFamily family,
        String english,
        @Nullable String chinese,
        @Nullable Long quantity,
        boolean orMore,
        @Nullable String unit,
        @Nullable String note,
        Instant at,
        @Nullable PlanView plan) {

    /** Why the answer is yes or no. */
    enum Reason {
        INCLUDED,
        NOT_IN_PLAN,
        NO_PLAN_IN_FORCE
    }

    private static final Inclusion NOTHING = new Inclusion(false, null, false, null);

    /**
     * By the plans in force then.
     *
     * @param plans those of the application, best first
     */
    static EntitlementAnswer of(Entitlement asked, long applicationId, Instant at, List<PlanView> plans) {
        var able = plans.stream().filter(plan -> plan.family() == asked.family()).toList();
        var plan = able.stream()
                .filter(held -> inclusionIn(held, asked).included())
                .findFirst()
                .orElse(able.isEmpty() ? null : able.getFirst());
        var inclusion = plan == null ? NOTHING : inclusionIn(plan, asked);
        return new EntitlementAnswer(
                applicationId,
                asked.code(),
                asked.name(),
                inclusion.included(),
                asked.code(),
                reason(plan, inclusion),
                asked.family(),
                asked.english(),
                asked.chinese(),
                inclusion.quantity(),
                inclusion.orMore(),
                asked.unit(),
                inclusion.note(),
                at,
                plan);
    }

    private static Inclusion inclusionIn(PlanView plan, Entitlement asked) {
        return asked.in(plan.edition(), plan.trial());
    }

    private static Reason reason(@Nullable PlanView plan, Inclusion inclusion) {
        if (inclusion.included()) return Reason.INCLUDED;
        return plan == null ? Reason.NO_PLAN_IN_FORCE : Reason.NOT_IN_PLAN;
    }
}
