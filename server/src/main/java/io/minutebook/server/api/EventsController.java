package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that the ledger has recorded about an account. */
@RestController
@Tag(name = ApiTag.LEDGER)
class EventsController {

    private final AccountEvents events;
    private final RegisteredAccounts registered;
    private final ReadBarrier barrier;

    EventsController(AccountEvents events, RegisteredAccounts registered, ReadBarrier barrier) {
        this.events = events;
        this.registered = registered;
        this.barrier = barrier;
    }

    @GetMapping("/api/v1/accounts/{accountId}/events")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "listEvents",
            summary = "Everything recorded about an account, oldest first",
            description = "Its own events and those of its usage, packs and orders. payload is the event as it is"
                    + " stored; numbers of people are masked in it. provenance tells what it came from: the place of a record"
                    + " on Kafka and its identity, or the idempotency key of a request.")
    Page<EventAnswer> events(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        long head = barrier.head();
        barrier.await(head);
        registered.get(accountId);
        var page = events.list(accountId, after, head, limit.value());
        return Page.of(page, EventAnswer::of);
    }
}
