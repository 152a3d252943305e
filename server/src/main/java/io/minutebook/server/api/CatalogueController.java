package io.minutebook.server.api;

import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.server.openapi.ApiTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is sold, and at which price. */
@RestController
@Tag(name = ApiTag.ORDERS)
class CatalogueController {

    private final PriceBook priceBook;
    private final InstantSource ledgerClock;

    CatalogueController(PriceBook priceBook, InstantSource ledgerClock) {
        this.priceBook = priceBook;
        this.ledgerClock = ledgerClock;
    }

    /** The price book in force at an instant; now when none is given. */
    @GetMapping("/api/v1/catalogue")
    @Operation(
            operationId = "getCatalogue",
            summary = "What is sold, and at which price",
            description = "The price book in force at an instant, now if none is given.")
    CatalogueAnswer catalogue(@RequestParam(required = false) @Nullable Instant at) {
        return CatalogueAnswer.of(priceBook, at == null ? ledgerClock.instant() : at);
    }
}
