package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.discounts.OwnPrice;
import io.minutebook.billing.orders.AskDiscounts;
import io.minutebook.reporting.prices.PriceHistory;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account pays in place of the list price. */
@RestController
@Tag(name = ApiTag.ORDERS)
@RequestMapping("/api/v1/accounts/{accountId}/prices")
class PricesController {

    private final Changes changes;
    private final CommandGateway commands;
    private final PriceBook priceBook;
    private final PriceHistory history;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    PricesController(
            Changes changes,
            CommandGateway commands,
            PriceBook priceBook,
            PriceHistory history,
            RegisteredAccounts registered,
            InstantSource ledgerClock) {
        this.changes = changes;
        this.commands = commands;
        this.priceBook = priceBook;
        this.history = history;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    /** Saying the same again changes nothing, so no idempotency key is needed. */
    @PutMapping("/{product}")
    @Operation(
            operationId = "setAccountPrice",
            summary = "Agree a price with an account",
            description = "A RATE is the part of the list price that is paid, 0.8 at 20% off; an AMOUNT is the price of one"
                    + " unit: a minute of a minute pack, a pack of bot messages, else one piece for one month, of which a"
                    + " year is twelve. It holds in [from, until) for what is bought from now on, renewals included; what"
                    + " was bought keeps its price. A day stands for the midnight in Asia/Shanghai with which it begins."
                    + " Of several prices in force the one that was set last holds; one with the same from replaces the"
                    + " one before. Nobody pays more than the list price.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_PRODUCT"})
    OwnPriceAnswer set(
            @AuthenticationPrincipal ApiKey caller,
            @PathVariable AccountId accountId,
            @PathVariable ProductCode product,
            @RequestBody SetPriceBody body) {
        var command = body.toCommand(accountId, product, ledgerClock.instant());
        return OwnPriceAnswer.of(changes.make(caller, command, OwnPrice.class));
    }

    @GetMapping
    @Operation(
            operationId = "listAccountPrices",
            summary = "Every price that was ever agreed with an account, newest first",
            description = "With who set it. Those that were replaced or are over stay in the list.")
    @Refuses("UNKNOWN_ACCOUNT")
    Page<OwnPriceAnswer> list(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        return Page.of(history.ofAccount(accountId, after, limit.value()), OwnPriceAnswer::of);
    }

    /** By what was said until that instant, so that the answer about the past never changes. */
    @GetMapping("/{product}")
    @Operation(
            operationId = "getPriceInForce",
            summary = "What an account pays for a product at an instant, and why",
            description = "Now if no instant is given. The account's own price goes before promotions; of promotions the"
                    + " one that leaves the lowest price applies; never more than one. What was set after that instant"
                    + " is left out of account, so that the answer is what an order of that instant was priced by.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_PRODUCT", "PRODUCT_NOT_ON_SALE"})
    PriceInForceAnswer inForce(
            @PathVariable AccountId accountId,
            @PathVariable ProductCode product,
            @RequestParam(required = false) @Nullable Instant at) {
        registered.get(accountId);
        var instant = at == null ? ledgerClock.instant() : at;
        Discounts discounts = commands.sendAndWait(new AskDiscounts(accountId));
        return PriceInForceAnswer.of(onSale(product, instant), discounts, instant);
    }

    private Product onSale(ProductCode code, Instant at) {
        if (!priceBook.knows(code)) {
            throw new Refused(PricingRefusal.UNKNOWN_PRODUCT, code + " is not a product; the catalogue lists them.");
        }
        return priceBook.find(code, at).orElseThrow(() -> new Refused(
                PricingRefusal.PRODUCT_NOT_ON_SALE, code + " is not on sale at that instant; choose another."));
    }
}
