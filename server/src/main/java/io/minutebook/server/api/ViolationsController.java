package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.reporting.accounts.Cases;
import io.minutebook.reporting.accounts.ViolationView;
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

/** What an account did against the rules of access, and what came of it. */
@RestController
@Tag(name = ApiTag.CONDUCT)
@RequestMapping("/api/v1/accounts/{accountId}/violations")
class ViolationsController {

    private final Changes changes;
    private final Cases cases;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    ViolationsController(Changes changes, Cases cases, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.changes = changes;
        this.cases = cases;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @PostMapping
    @Operation(
            operationId = "findViolation",
            summary = "Put a violation on record",
            description = "V1 verified fraud and V3 prohibited business ban the account, V2 verified harassment and V5"
                    + " abuse of those called suspend it, V4 another business than declared, V6 blind calls and V7 calls"
                    + " without consent are warned of and counted. Nothing is sold or refunded to an account that is"
                    + " suspended or banned; its calls are metered as ever.")
    @Refuses("UNKNOWN_ACCOUNT")
    @ApiResponse(responseCode = "201")
    ResponseEntity<FindingAnswer> find(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestBody ViolationBody body) {
        var command = body.toCommand(accountId, caller.id(), ledgerClock.instant());
        var found = FindingAnswer.of(changes.make(caller, command, ViolationFound.class));
        return ResponseEntity.status(HttpStatus.CREATED).body(found);
    }

    @PostMapping("/{violationId}/appeal")
    @Operation(
            operationId = "decideAppeal",
            summary = "Decide an appeal against a violation",
            description = "What is overturned counts no more. The finding stays on record, as does every decision.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_VIOLATION", "VIOLATION_OVERTURNED"})
    @ApiResponse(responseCode = "201")
    ResponseEntity<AppealAnswer> decide(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable CaseNumber violationId,
            @RequestBody AppealBody body) {
        var command = body.toCommand(accountId, violationId, caller.id(), ledgerClock.instant());
        var decided = AppealAnswer.of(changes.make(caller, command, ViolationAppealed.class));
        return ResponseEntity.status(HttpStatus.CREATED).body(decided);
    }

    @GetMapping
    @Operation(
            operationId = "listViolations",
            summary = "Violations of an account, oldest first")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<ViolationView> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(cases.violations(accountId, after, limit.value()));
    }
}
