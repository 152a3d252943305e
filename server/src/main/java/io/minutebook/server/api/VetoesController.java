package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.refunds.LiftVeto;
import io.minutebook.billing.refunds.RefundVetoed;
import io.minutebook.billing.refunds.VetoLifted;
import io.minutebook.reporting.accounts.Cases;
import io.minutebook.reporting.accounts.VetoView;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's word against refunds that look suspicious. */
@RestController
@Tag(name = ApiTag.REFUNDS)
@RequestMapping("/api/v1/accounts/{accountId}/refund-vetoes")
class VetoesController {

    private final Changes changes;
    private final Cases cases;
    private final HeldResources held;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    VetoesController(
            Changes changes,
            Cases cases,
            HeldResources held,
            RegisteredAccounts registered,
            InstantSource ledgerClock) {
        this.changes = changes;
        this.cases = cases;
        this.held = held;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @PostMapping
    @Operation(
            operationId = "vetoRefund",
            summary = "Forbid refunds",
            description = "Of one resource or, without resourceId, of all that the account has, until the veto is"
                    + " lifted.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE"})
    @ApiResponse(responseCode = "201")
    ResponseEntity<VetoView> veto(
            @AuthenticationPrincipal ApiKey caller, @PathVariable AccountId accountId, @RequestBody VetoBody body) {
        var command = body.toCommand(accountId, caller.id(), ledgerClock.instant());
        if (command.resourceId() == null) registered.requireAfterCatchingUp(accountId);
        else held.get(accountId, command.resourceId());
        var veto = VetoView.of(changes.make(caller, command, RefundVetoed.class));
        return ResponseEntity.status(HttpStatus.CREATED).body(veto);
    }

    @PostMapping("/{vetoId}/lifting")
    @Operation(
            operationId = "liftVeto",
            summary = "Take a veto back")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_VETO"})
    @ApiResponse(responseCode = "201")
    ResponseEntity<LiftingAnswer> lift(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable CaseNumber vetoId,
            @RequestBody ReasonBody body) {
        var command = new LiftVeto(accountId, vetoId, body.text(), caller.id(), ledgerClock.instant());
        registered.requireAfterCatchingUp(accountId);
        var lifted = LiftingAnswer.of(changes.make(caller, command, VetoLifted.class));
        return ResponseEntity.status(HttpStatus.CREATED).body(lifted);
    }

    @GetMapping
    @Operation(
            operationId = "listVetoes",
            summary = "Vetoes against refunds of an account, oldest first")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<VetoView> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(cases.vetoes(accountId, after, limit.value()));
    }
}
