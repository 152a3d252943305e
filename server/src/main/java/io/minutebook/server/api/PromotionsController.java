package io.minutebook.server.api;

import io.minutebook.billing.discounts.Promotion;
import io.minutebook.reporting.prices.PriceHistory;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What every account may buy below the list price for a time. */
@RestController
@Tag(name = ApiTag.ORDERS)
@RequestMapping("/api/v1/promotions")
class PromotionsController {

    private final Changes changes;
    private final PriceHistory history;
    private final InstantSource ledgerClock;

    PromotionsController(Changes changes, PriceHistory history, InstantSource ledgerClock) {
        this.changes = changes;
        this.history = history;
        this.ledgerClock = ledgerClock;
    }

    /** Saying the same again changes nothing, so no idempotency key is needed. */
    @PutMapping("/{name}")
    @Operation(
            operationId = "setPromotion",
            summary = "Announce a promotion, or change it",
            description = "A discount on some products for every account, as an account's own price is written. It holds in"
                    + " [from, until) for what is bought from now on; what was bought keeps its price. To end it, send it"
                    + " with an until.")
    @Refuses("UNKNOWN_PRODUCT")
    PromotionAnswer set(
            @AuthenticationPrincipal ApiKey caller,
            @Parameter(description = "Its name, 1 to 40 lower-case letters, digits or hyphens") @PathVariable String name,
            @RequestBody SetPromotionBody body) {
        var command = body.toCommand(ApiValues.promotionName(name), ledgerClock.instant());
        return PromotionAnswer.of(changes.make(caller, command, Promotion.class));
    }

    @GetMapping
    @Operation(
            operationId = "listPromotions",
            summary = "Every promotion as it was ever announced, newest first",
            description = "With who set it. What was changed is listed again; of each name the first is the one that"
                    + " holds.")
    Page<PromotionAnswer> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        return Page.of(history.ofPromotions(after, limit.value()), PromotionAnswer::of);
    }
}
