package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.VoucherIssued;
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
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money and vouchers given to an account. */
@RestController
@Tag(name = ApiTag.ACCOUNTS)
@RequestMapping("/api/v1/accounts/{accountId}")
class FundsController {

    private final Changes changes;
    private final InstantSource ledgerClock;

    FundsController(Changes changes, InstantSource ledgerClock) {
        this.changes = changes;
        this.ledgerClock = ledgerClock;
    }

    @PostMapping("/funds")
    @Operation(
            operationId = "creditFunds",
            summary = "Credit cash, gift money or revenue share")
    @Refuses({"UNKNOWN_ACCOUNT", "FUNDS_ABOVE_MAXIMUM"})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CreditAnswer.class)))
    ResponseEntity<byte[]> credit(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody CreditFundsBody body) {
        var command = body.toCommand(accountId, ledgerClock.instant());
        return changes.<FundsCredited>makeOnce(
                caller, new Intention(accountId, "funds", key, body), command, CreditAnswer::of);
    }

    @PostMapping("/vouchers")
    @Operation(
            operationId = "issueVoucher",
            summary = "Give a voucher",
            description = "Without validUntil it does not lapse. With products it pays lines of these alone; with"
                    + " minimumSpend only where the lines that it may pay come to so much, discounts taken off.")
    @Refuses({"UNKNOWN_ACCOUNT", "VOUCHER_EXISTS"})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = VoucherAnswer.class)))
    ResponseEntity<byte[]> issue(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody IssueVoucherBody body) {
        var command = body.toCommand(accountId, ledgerClock.instant());
        return changes.<VoucherIssued>makeOnce(
                caller, new Intention(accountId, "vouchers", key, body), command, VoucherAnswer::of);
    }
}
