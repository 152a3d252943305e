package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packs and what is left in them, now or as the ledger stood at an earlier instant. */
@RestController
@Tag(name = ApiTag.PACKS)
class PacksController {

    private final Packs packs;
    private final RegisteredAccounts registered;
    private final Moments moments;
    private final InstantSource ledgerClock;

    PacksController(Packs packs, RegisteredAccounts registered, Moments moments, InstantSource ledgerClock) {
        this.packs = packs;
        this.registered = registered;
        this.moments = moments;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/api/v1/accounts/{accountId}/packs")
    @Operation(
            operationId = "listPacks",
            summary = "Packs and what is left in them",
            description = "In the order they are drawn in: what chat plans include, then earliest expiry, then "
                    + "earliest purchase, then lowest id. granted = drawn + expired + refunded + remaining. Where the "
                    + "meter is BOT_MESSAGES these are messages of one application; what a month of a plan includes "
                    + "is listed once the month has begun, which is then its boughtAt.")
    @Refuses("UNKNOWN_ACCOUNT")
    List<PackView> packs(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) PackView.@Nullable Filter state,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long position) {
        registered.get(accountId);
        var filter = state == null ? PackView.Filter.ALL : state;
        return moments.named(asOf, position)
                .map(moment -> packs.listAsOf(accountId, filter, moment.position(), moment.at()))
                .orElseGet(() -> packs.list(accountId, filter, ledgerClock.instant()));
    }
}
