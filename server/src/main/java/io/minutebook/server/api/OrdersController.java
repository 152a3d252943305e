package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.Quote;
import io.minutebook.billing.orders.QuoteOrder;
import io.minutebook.reporting.accounts.OrderView;
import io.minutebook.reporting.accounts.Orders;
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
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account buys, and what it would cost. */
@RestController
@Tag(name = ApiTag.ORDERS)
@RequestMapping("/api/v1/accounts/{accountId}")
class OrdersController {

    private final Changes changes;
    private final CommandGateway commands;
    private final Orders orders;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    OrdersController(
            Changes changes,
            CommandGateway commands,
            Orders orders,
            RegisteredAccounts registered,
            InstantSource ledgerClock) {
        this.changes = changes;
        this.commands = commands;
        this.orders = orders;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    /** Nothing is stored; a payment in the body is left out of account. */
    @PostMapping("/quotes")
    @Operation(
            operationId = "quoteOrder",
            summary = "What an order would cost now",
            description = "Nothing is stored and nothing is promised; a payment in the body is left "
                    + "out of account.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "UNKNOWN_PRODUCT", "PRODUCT_NOT_ON_SALE", "QUANTITY_NOT_POSITIVE",
        "BELOW_MINIMUM", "ABOVE_MAXIMUM", "OFF_STEP", "TERM_INVALID",
        "PLAN_REQUIRED", "EDITION_MISMATCH", "TERM_DIFFERS_FROM_PLAN", "PRECONDITION_UNMET"
    })
    QuoteAnswer quote(@PathVariable AccountId accountId, @RequestBody OrderBody body) {
        var items = body.orderItems();
        registered.requireAfterCatchingUp(accountId);
        Quote quote = commands.sendAndWait(new QuoteOrder(accountId, items, ledgerClock.instant()));
        return QuoteAnswer.of(quote);
    }

    @PostMapping("/orders")
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order and pay for it",
            description = "Each pack is a line and a resource of its own. Vouchers named are used "
                    + "first and in their order, then each amount given exactly; what is still "
                    + "owed comes from gift, revenue share and cash, in this order. The funds "
                    + "are debited and the packs granted together, or nothing happens.")
    @Refuses({
        "UNKNOWN_ACCOUNT", "UNKNOWN_PRODUCT", "PRODUCT_NOT_ON_SALE", "QUANTITY_NOT_POSITIVE",
        "BELOW_MINIMUM", "ABOVE_MAXIMUM", "OFF_STEP", "TERM_INVALID",
        "PLAN_REQUIRED", "EDITION_MISMATCH", "TERM_DIFFERS_FROM_PLAN", "PRECONDITION_UNMET", "ACCOUNT_SUSPENDED",
        "UNKNOWN_VOUCHER", "VOUCHER_SPENT", "VOUCHER_NOT_APPLICABLE", "PAYMENT_MISMATCH", "INSUFFICIENT_FUNDS"
    })
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<byte[]> place(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody OrderBody body) {
        var command = body.toCommand(accountId, ledgerClock.instant());
        return changes.<OrderPlaced>makeOnce(
                caller, new Intention(accountId, "orders", key, body), command, OrderView::of);
    }

    /** Newest first. */
    @GetMapping("/orders")
    @Operation(
            operationId = "listOrders",
            summary = "Orders of an account, newest first")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<OrderView> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(orders.list(accountId, after, limit.value()));
    }
}
