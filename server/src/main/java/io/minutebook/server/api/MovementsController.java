package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.accounts.FundsMovements;
import io.minutebook.reporting.accounts.FundsStatement;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How an account's money and vouchers changed in a month. */
@RestController
@Tag(name = ApiTag.ACCOUNTS)
class MovementsController {

    private final FundsMovements movements;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    MovementsController(FundsMovements movements, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.movements = movements;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/api/v1/accounts/{accountId}/funds/movements")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "listFundsMovements",
            summary = "Every change of an account's balances in a month, oldest first",
            description = "Of each kind opening + movements = closing. What goes out is negative; balance is what the"
                    + " account then held of the kind. What is left on a voucher goes out when its validity is over,"
                    + " as VOUCHER_LAPSED, so that the balance of vouchers is what can be used of them. The list is"
                    + " whole: it has no further pages.")
    FundsStatement movements(@PathVariable AccountId accountId, @RequestParam BillingMonth month) {
        registered.get(accountId);
        return movements.of(accountId, month, ledgerClock.instant());
    }
}
