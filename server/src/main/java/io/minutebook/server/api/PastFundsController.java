package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.FundsHistory;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account can spend, now or as the ledger stood earlier. */
@RestController
@Tag(name = ApiTag.ACCOUNTS)
class PastFundsController {

    private final FundsHistory funds;
    private final RegisteredAccounts registered;
    private final Moments moments;
    private final InstantSource ledgerClock;

    PastFundsController(
            FundsHistory funds, RegisteredAccounts registered, Moments moments, InstantSource ledgerClock) {
        this.funds = funds;
        this.registered = registered;
        this.moments = moments;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/api/v1/accounts/{accountId}/funds")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "getFunds",
            summary = "What an account can spend, now or at an earlier instant",
            description = "Follows from the account's events up to position. Vouchers that are used up or have lapsed"
                    + " at that instant are left out.")
    FundsAtAnswer funds(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long position) {
        registered.get(accountId);
        var moment = moments.named(asOf, position).orElseGet(() -> new Moment(moments.head(), ledgerClock.instant()));
        return FundsAtAnswer.of(accountId, moment, funds.of(accountId, moment.position(), moment.at()));
    }
}
