package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.ResourceId;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.accounts.EventFilter;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** All that the ledger has recorded about an account. */
@RestController
@Tag(name = ApiTag.LEDGER)
@RequestMapping("/api/v1/accounts/{accountId}")
class EventsController {

    private static final String FILTERS = " type is a stored name or the feature before its point; from and to are"
            + " recorded times, from inclusive; month is the one that usage was booked in, or else that the event was"
            + " recorded in.";

    private final AccountEvents events;
    private final RegisteredAccounts registered;
    private final Moments moments;
    private final JsonMapper json;

    EventsController(AccountEvents events, RegisteredAccounts registered, Moments moments, JsonMapper json) {
        this.events = events;
        this.registered = registered;
        this.moments = moments;
        this.json = json;
    }

    @GetMapping("/events")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "listEvents",
            summary = "Everything recorded about an account, oldest first",
            description = "Its own events and those of its usage, packs and orders. payload is the event as it is"
                    + " stored, words say it in a sentence; numbers of people are masked. provenance tells what it came"
                    + " from: the place of a record on Kafka and its identity, or the idempotency key of a request."
                    + FILTERS)
    Page<EventAnswer> events(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable ResourceId resourceId,
            @RequestParam(required = false) @Nullable String recordId,
            @RequestParam(required = false) @Nullable BillingMonth month,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        var filter = filter(type, actor, resourceId, recordId, month, from, to);
        return Page.of(events.list(accountId, filter, after, limit.value()), EventAnswer::of);
    }

    @GetMapping("/events.jsonl")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "downloadEvents",
            summary = "The same events as a file, one in each line",
            description = "Each line is an event in JSON, as the list shows it; the file is written while it is read,"
                    + " however long it is." + FILTERS)
    void file(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable ResourceId resourceId,
            @RequestParam(required = false) @Nullable String recordId,
            @RequestParam(required = false) @Nullable BillingMonth month,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            HttpServletResponse response) {
        registered.get(accountId);
        var filter = filter(type, actor, resourceId, recordId, month, from, to);
        Download.write(response, "application/jsonl;charset=UTF-8", "events-" + accountId + ".jsonl", out ->
                events.forEach(accountId, filter, event -> write(event, out)));
    }

    private void write(StoredEvent event, OutputStream out) {
        try {
            out.write(json.writeValueAsBytes(EventAnswer.of(event)));
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private EventFilter filter(
            @Nullable String type,
            @Nullable String actor,
            @Nullable ResourceId resourceId,
            @Nullable String recordId,
            @Nullable BillingMonth month,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new EventFilter(
                from == null ? 0 : moments.before(from),
                to == null ? moments.head() : moments.before(to),
                Fields.searched("type", type),
                Fields.searched("actor", actor),
                resourceId == null ? null : resourceId.value(),
                Fields.searched("recordId", recordId),
                month);
    }
}
