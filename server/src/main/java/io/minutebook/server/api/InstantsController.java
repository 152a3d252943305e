package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.history.Difference;
import io.minutebook.reporting.history.Differences;
import io.minutebook.reporting.history.Knowledge;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.problem.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has changed for an account between two instants, line by line. */
@RestController
@Tag(name = ApiTag.EXPLANATIONS)
class InstantsController {

    private final Differences differences;
    private final RegisteredAccounts registered;
    private final Moments moments;

    InstantsController(Differences differences, RegisteredAccounts registered, Moments moments) {
        this.differences = differences;
        this.registered = registered;
        this.moments = moments;
    }

    /** What differs between the two: positions say which events lie between. */
    record InstantDifference(
            AccountId accountId, Instant from, Instant to, long fromPosition, long toPosition, List<Difference> lines) {}

    @GetMapping("/api/v1/accounts/{accountId}/difference")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "compareInstants",
            summary = "What has changed between two instants",
            description = "Funds, vouchers, packs and resources as the ledger stood at each, and with month also the"
                    + " lines of that month's detailed bill: only what differs is listed, with both sides; a side is"
                    + " absent where there was no such thing.")
    InstantDifference difference(
            @PathVariable AccountId accountId,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable BillingMonth month) {
        if (to.isBefore(from)) throw Rejected.malformed("to: send a time that is not before from.");
        registered.get(accountId);
        var then = moments.at(from);
        var now = moments.at(to);
        var lines = differences.between(
                accountId, new Knowledge(then.position(), from), new Knowledge(now.position(), to), month);
        return new InstantDifference(accountId, from, to, then.position(), now.position(), lines);
    }
}
