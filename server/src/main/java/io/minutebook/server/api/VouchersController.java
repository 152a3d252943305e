package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.VoucherRecord;
import io.minutebook.reporting.accounts.Vouchers;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vouchers of an account, with all that happened to them. */
@RestController
@Tag(name = ApiTag.ACCOUNTS)
class VouchersController {

    private final Vouchers vouchers;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    VouchersController(Vouchers vouchers, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.vouchers = vouchers;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/api/v1/accounts/{accountId}/vouchers")
    @Operation(
            operationId = "listVouchers",
            summary = "All vouchers that an account was ever given, by id",
            description = "With what is left on each, and when it was given, used on which order, and lapsed.")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<VoucherRecord> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(vouchers.list(accountId, after, limit.value(), ledgerClock.instant()));
    }
}
