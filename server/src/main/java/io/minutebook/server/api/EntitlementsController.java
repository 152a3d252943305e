package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.entitlements.EntitlementMatrix;
import io.minutebook.reporting.entitlements.PlanView;
import io.minutebook.reporting.entitlements.PlansInForce;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an application may use, by the plans that the caller may know of: to a platform an application of others looks
 * like one without a plan.
 */
@RestController
@Tag(name = ApiTag.RESOURCES)
@RequestMapping("/api/v1/applications/{applicationId}/entitlements")
class EntitlementsController {

    private static final String DECISION =
            " A plan or a trial that is in force at that instant decides, in the edition it had then: those of seats, or"
                    + " of chat in any region. Where no account has one for the application, also where nobody knows of"
                    + " it, the answer is no with the reason NO_PLAN_IN_FORCE.";

    private final EntitlementMatrix matrix;
    private final PlansInForce plans;
    private final InstantSource ledgerClock;

    EntitlementsController(EntitlementMatrix matrix, PlansInForce plans, InstantSource ledgerClock) {
        this.matrix = matrix;
        this.plans = plans;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/{code}")
    @Refuses("UNKNOWN_ENTITLEMENT")
    @Operation(
            operationId = "getEntitlement",
            summary = "Whether an application may use a feature",
            description = "code is the number of the entitlement in the price guide, such as E-013, or its short name,"
                    + " such as voice.inout; the number without its letter means all rows of an entry." + DECISION)
    EntitlementAnswer entitlement(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable @Parameter(description = "An application of the contact centre") long applicationId,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable AccountId accountId) {
        var asked = matrix.find(code).orElseThrow(() -> new Refused(
                ApiRefusal.UNKNOWN_ENTITLEMENT,
                "No entitlement has this code or name; GET /api/v1/applications/" + applicationId
                        + "/entitlements lists all."));
        var then = at == null ? ledgerClock.instant() : at;
        return EntitlementAnswer.of(asked, applicationId, then, known(caller, applicationId, then, accountId));
    }

    @GetMapping
    @Operation(
            operationId = "listEntitlements",
            summary = "Everything an application may use or not",
            description = "In the order of the price guide." + DECISION)
    Page<EntitlementAnswer> entitlements(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable @Parameter(description = "An application of the contact centre") long applicationId,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        var start = after == null ? "" : Cursor.decode(after, 1).key().getFirst();
        var then = at == null ? ledgerClock.instant() : at;
        var known = known(caller, applicationId, then, accountId);
        var answers = matrix.entitlements().stream()
                .filter(entitlement -> entitlement.code().value().compareTo(start) > 0)
                .limit(limit.value() + 1L)
                .map(entitlement -> EntitlementAnswer.of(entitlement, applicationId, then, known))
                .toList();
        return Page.of(Listing.of(answers, limit.value(), last -> Cursor.at(last.code().value())));
    }

    /** Best first. */
    private List<PlanView> known(ApiKey caller, long applicationId, Instant at, @Nullable AccountId accountId) {
        if (accountId != null && caller.isHidden(accountId.value())) {
            throw new Rejected(ProblemCode.FORBIDDEN, "This key does not name that account; ask for one of its own.");
        }
        return plans.of(applicationId, at).stream()
                .filter(plan -> accountId == null || plan.accountId().equals(accountId))
                .filter(plan -> !caller.isHidden(plan.accountId().value()))
                .toList();
    }
}
