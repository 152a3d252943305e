package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.comparison.Comparison;
import io.minutebook.reporting.comparison.Comparisons;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether live read models say what events say, of some accounts at a time. */
@RestController
@Tag(name = ApiTag.LEDGER)
@RequestMapping("/api/v1/projections/comparisons")
class ReadModelComparisonsController {

    private final Comparisons comparisons;
    private final RegisteredAccounts registered;

    ReadModelComparisonsController(Comparisons comparisons, RegisteredAccounts registered) {
        this.comparisons = comparisons;
        this.registered = registered;
    }

    @GetMapping
    @Operation(
            operationId = "listComparisons",
            summary = "What comparisons of read models with events found, newest first",
            description = "Each day, and when somebody asks, the rows of some accounts are compared with those that"
                    + " their events make, at the same position. findings names the accounts that differ, line by"
                    + " line: table, key of the row, column, the live value and the one that events say; column is"
                    + " null where one side lacks the row. An empty list of findings means that all agree. Never"
                    + " waits for the read models.")
    List<Comparison> comparisons(@RequestParam(defaultValue = "10") Limit limit) {
        return comparisons.list(limit.value());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "compareReadModels",
            summary = "Compare read models with events",
            description = "Compares one account, or as many as accounts says, chosen at random, by a seed if one is"
                    + " given. Answers at once; GET"
                    + " of the same path shows what it finds. It changes nothing and is done after those that were"
                    + " asked for before. What is found is told to the platform's webhooks too.")
    Comparison compare(
            @AuthenticationPrincipal ApiKey caller,
            @RequestParam(defaultValue = "20") Limit accounts,
            @RequestParam(required = false) @Nullable Long seed,
            @RequestParam(required = false) @Nullable AccountId accountId) {
        if (accountId != null) registered.requireAfterCatchingUp(accountId);
        long chosen = seed == null ? InstantSource.system().millis() : seed;
        return comparisons.request(caller.id(), chosen, accountId == null ? accounts.value() : 1, accountId);
    }
}
