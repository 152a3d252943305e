package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.orders.DeregisterNumber;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.RenewResource;
import io.minutebook.billing.orders.SetAutoRenewal;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.reporting.accounts.OrderView;
import io.minutebook.reporting.resources.ResourceHistory;
import io.minutebook.reporting.resources.ResourceView;
import io.minutebook.reporting.resources.Resources;
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
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account holds, how long it holds it, and what can be tried before. */
@RestController
@Tag(name = ApiTag.RESOURCES)
@RequestMapping("/api/v1/accounts/{accountId}")
class ResourcesController {

    private final Changes changes;
    private final Resources resources;
    private final ResourceHistory history;
    private final HeldResources held;
    private final RegisteredAccounts registered;
    private final Moments moments;
    private final InstantSource ledgerClock;

    ResourcesController(
            Changes changes,
            Resources resources,
            ResourceHistory history,
            HeldResources held,
            RegisteredAccounts registered,
            Moments moments,
            InstantSource ledgerClock) {
        this.changes = changes;
        this.resources = resources;
        this.history = history;
        this.held = held;
        this.registered = registered;
        this.moments = moments;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/resources")
    @Operation(
            operationId = "listResources",
            summary = "All that an account holds or held",
            description = "Packs, numbers, seat and chat plans with their add-ons, and trials, by id. Once its validity"
                    + " is over a resource has expired; a number that is renewed by itself is active until it is.")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<ResourceView> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long position) {
        registered.get(accountId);
        return Page.of(moments.named(asOf, position)
                .map(moment -> history.list(accountId, after, limit.value(), moment.position(), moment.at()))
                .orElseGet(() -> resources.list(accountId, after, limit.value(), ledgerClock.instant())));
    }

    /** It costs nothing, so no idempotency key is needed: whoever repeats it is told that it runs. */
    @PostMapping("/trials")
    @Operation(
            operationId = "startTrial",
            summary = "Try seats or chat for seven days",
            description = "Seats of the standard edition twice per account, chat of the advanced edition twice per"
                    + " application, the second once the first is over. It ends by itself.")
    @Refuses({"UNKNOWN_ACCOUNT", "PRODUCT_NOT_ON_SALE", "ACCOUNT_SUSPENDED", "TRIAL_RUNNING", "TRIAL_USED_UP"})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ResourceView.class)))
    ResponseEntity<ResourceView> startTrial(
            @AuthenticationPrincipal ApiKey caller, @PathVariable AccountId accountId, @RequestBody TrialBody body) {
        var command = body.toCommand(accountId, ledgerClock.instant());
        var view = switch (changes.make(caller, command, Object.class)) {
            case SeatTrialStarted seats -> ResourceView.of(seats);
            case ChatTrialStarted chat -> ResourceView.of(chat);
            case Object other -> throw new IllegalStateException("no trial: " + other);
        };
        return ResponseEntity.status(HttpStatus.CREATED).body(view);
    }

    @PostMapping("/resources/{resourceId}/renewals")
    @Operation(
            operationId = "renewResource",
            summary = "Pay for more time",
            description = "Of a plan with all its add-ons by its terms, one when periods is left out, or of a number by"
                    + " months. It begins where the last term ends, at the prices of now, and is paid from gift, revenue"
                    + " share and cash, in this order.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE", "RESOURCE_NOT_ACTIVE", "NOT_RENEWABLE", "TERM_INVALID",
        "ACCOUNT_SUSPENDED", "INSUFFICIENT_FUNDS"
    })
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<byte[]> renew(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable ResourceId resourceId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody(required = false) @Nullable RenewalBody body) {
        held.requireNoPack(accountId, resourceId, ResourceRefusal.NOT_RENEWABLE);
        var asked = body == null ? new RenewalBody(null) : body;
        var command = new RenewResource(accountId, resourceId, asked.periods(), ledgerClock.instant());
        var intention = new Intention(accountId, "resources/" + resourceId + "/renewals", key, asked);
        return changes.<OrderPlaced>makeOnce(caller, intention, command, OrderView::of);
    }

    @PostMapping("/resources/{resourceId}/upgrade")
    @Operation(
            operationId = "upgradeResource",
            summary = "Make a plan one of a higher edition",
            description = "At once and until its end: the price of the days that are left, less what is unused of the"
                    + " edition held. Extra seats and SIP phones go with their plan.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE", "RESOURCE_NOT_ACTIVE", "NOT_UPGRADABLE", "UNKNOWN_PRODUCT",
        "ACCOUNT_SUSPENDED", "INSUFFICIENT_FUNDS"
    })
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<byte[]> upgrade(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable ResourceId resourceId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody UpgradeBody body) {
        var command = body.toCommand(accountId, resourceId, ledgerClock.instant());
        held.requireNoPack(accountId, resourceId, ResourceRefusal.NOT_UPGRADABLE);
        var intention = new Intention(accountId, "resources/" + resourceId + "/upgrade", key, body);
        return changes.<OrderPlaced>makeOnce(caller, intention, command, OrderView::of);
    }

    /** No money moves; whoever repeats it is told that the number has ended. */
    @PostMapping("/resources/{resourceId}/deregistration")
    @Operation(
            operationId = "deregisterNumber",
            summary = "Give a number up",
            description = "At once, and no money comes back.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE", "RESOURCE_NOT_ACTIVE", "NOT_A_NUMBER"})
    ResourceView deregister(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable ResourceId resourceId) {
        held.requireNoPack(accountId, resourceId, ResourceRefusal.NOT_A_NUMBER);
        changes.make(caller, new DeregisterNumber(accountId, resourceId, ledgerClock.instant()));
        return held.get(accountId, resourceId).view();
    }

    @PatchMapping("/resources/{resourceId}")
    @Operation(
            operationId = "setAutoRenewal",
            summary = "Say whether a number is renewed by itself",
            description = "At its end, month by month, as long as the funds cover the rent; vouchers are not used.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_RESOURCE", "RESOURCE_NOT_ACTIVE", "NOT_A_NUMBER"})
    ResourceView setAutoRenewal(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable ResourceId resourceId,
            @RequestBody AutoRenewalBody body) {
        boolean autoRenew = Fields.given("autoRenew", body.autoRenew());
        held.requireNoPack(accountId, resourceId, ResourceRefusal.NOT_A_NUMBER);
        changes.make(caller, new SetAutoRenewal(accountId, resourceId, autoRenew, ledgerClock.instant()));
        return held.get(accountId, resourceId).view();
    }
}
