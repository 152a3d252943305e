package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.corrections.AdjustmentApproved;
import io.minutebook.billing.corrections.AdjustmentRequested;
import io.minutebook.billing.corrections.ApproveAdjustment;
import io.minutebook.billing.corrections.RequestAdjustment;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.accounts.AdjustmentView;
import io.minutebook.reporting.accounts.Cases;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.server.idempotency.IdempotencyKey;
import io.minutebook.server.idempotency.Intention;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people correct by hand; larger corrections take two of them. */
@RestController
@Tag(name = ApiTag.ACCOUNTS)
@RequestMapping("/api/v1/accounts/{accountId}/adjustments")
class AdjustmentsController {

    private final Changes changes;
    private final Cases cases;
    private final Packs packs;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    AdjustmentsController(
            Changes changes, Cases cases, Packs packs, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.changes = changes;
        this.cases = cases;
        this.packs = packs;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @PostMapping
    @Operation(
            operationId = "makeAdjustment",
            summary = "Correct something by hand",
            description = "Credit gift money as GOODWILL_CREDIT with amount, or move minutes of a pack with packId and"
                    + " minutes: MINUTES_RETURNED gives back what was drawn wrongly, MINUTES_TAKEN takes what should have"
                    + " been. Above a limit it is PENDING until the holder of another key approves it.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE", "FUNDS_ABOVE_MAXIMUM", "PACK_OVER", "MINUTES_NOT_DRAWN", "MINUTES_NOT_LEFT"
    })
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AdjustmentView.class)))
    ResponseEntity<byte[]> adjust(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody AdjustmentBody body) {
        var reason = body.why();
        registered.requireAfterCatchingUp(accountId);
        var adjustment = body.adjustment(pack -> meterOf(accountId, pack));
        var command = new RequestAdjustment(accountId, adjustment, reason, caller.id(), ledgerClock.instant());
        return changes.<AdjustmentRequested>makeOnce(
                caller, new Intention(accountId, "adjustments", key, body), command, AdjustmentView::of);
    }

    private Meter meterOf(AccountId accountId, PackId pack) {
        return packs.list(accountId, PackView.Filter.ALL, ledgerClock.instant()).stream()
                .filter(held -> held.packId().equals(pack) && held.applicationId() == null)
                .map(PackView::meter)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ResourceRefusal.UNKNOWN_RESOURCE,
                        "The account has no pack of minutes " + pack + "; its packs are listed."));
    }

    @PostMapping("/{adjustmentId}/approval")
    @Operation(
            operationId = "approveAdjustment",
            summary = "Approve what somebody else corrects",
            description = "It happens with the approval, by the holder of another key than whose it was.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "UNKNOWN_ADJUSTMENT", "ADJUSTMENT_NOT_PENDING", "SAME_PERSON", "FUNDS_ABOVE_MAXIMUM",
        "PACK_OVER", "MINUTES_NOT_DRAWN", "MINUTES_NOT_LEFT"
    })
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApprovalAnswer.class)))
    ResponseEntity<byte[]> approve(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable CaseNumber adjustmentId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key) {
        var command = new ApproveAdjustment(accountId, adjustmentId, caller.id(), ledgerClock.instant());
        var intention = new Intention(accountId, "adjustments/" + adjustmentId + "/approval", key, Map.of());
        return changes.<AdjustmentApproved>makeOnce(caller, intention, command, ApprovalAnswer::of);
    }

    @GetMapping
    @Operation(
            operationId = "listAdjustments",
            summary = "What people corrected of an account, oldest first")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<AdjustmentView> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(cases.adjustments(accountId, after, limit.value()));
    }
}
