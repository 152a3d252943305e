package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.refunds.RefundQuote;
import io.minutebook.reporting.accounts.Cases;
import io.minutebook.reporting.accounts.RefundView;
import io.minutebook.server.idempotency.IdempotencyKey;
import io.minutebook.server.idempotency.Intention;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.problem.RefundQuoteAnswer;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
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

/** Money back for what an account holds: what it would come to, and carrying it out. */
@RestController
@Tag(name = ApiTag.REFUNDS)
@RequestMapping("/api/v1/accounts/{accountId}")
class RefundsController {

    private final Changes changes;
    private final Cases cases;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    RefundsController(Changes changes, Cases cases, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.changes = changes;
        this.cases = cases;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    /** A transaction that stores nothing: it only waits for whoever changes the same account. */
    @PostMapping("/refund-quotes")
    @Operation(
            operationId = "quoteRefund",
            summary = "What a refund would come to now",
            description = "Nothing is stored. Packs of minutes and rent come back less what was used at today's"
                    + " discount, seats in full through the fifth day, once for a legal entity; vouchers never. Where"
                    + " nothing is refunded, refundable is false and code says why: ALREADY_REFUNDED,"
                    + " ACCOUNT_IN_VIOLATION, VETOED, PROMOTION_NOT_REFUNDABLE, PRODUCT_NOT_REFUNDABLE, EXPIRED,"
                    + " EXPIRES_THIS_MONTH, FIVE_DAYS_OVER or FULL_REFUND_USED, the first of them that applies.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE"})
    RefundQuoteAnswer quote(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestBody RefundQuoteBody body) {
        var command = body.toCommand(accountId, ledgerClock.instant());
        registered.requireAfterCatchingUp(accountId);
        return RefundQuoteAnswer.of(changes.make(caller, command, RefundQuote.class));
    }

    @PostMapping("/refunds")
    @Operation(
            operationId = "refundResource",
            summary = "Give something back for money",
            description = "The money comes back to where it came from, in proportion, and the resource ends, both or"
                    + " neither. With the quoteId of a quote only at its figures: where others hold by now, the problem"
                    + " has the new quote. Without one at the figures of now.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE", "ALREADY_REFUNDED", "ACCOUNT_IN_VIOLATION", "VETOED",
        "PROMOTION_NOT_REFUNDABLE", "PRODUCT_NOT_REFUNDABLE", "EXPIRED", "EXPIRES_THIS_MONTH", "FIVE_DAYS_OVER",
        "FULL_REFUND_USED", "QUOTE_CHANGED"
    })
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RefundView.class)))
    ResponseEntity<byte[]> refund(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody RefundBody body) {
        var command = body.toCommand(accountId, ledgerClock.instant());
        registered.requireAfterCatchingUp(accountId);
        return changes.<RefundGranted>makeOnce(
                caller, new Intention(accountId, "refunds", key, body), command, RefundView::of);
    }

    @GetMapping("/refunds")
    @Operation(
            operationId = "listRefunds",
            summary = "Refunds of an account, oldest first")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<RefundView> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(cases.refunds(accountId, after, limit.value()));
    }
}
