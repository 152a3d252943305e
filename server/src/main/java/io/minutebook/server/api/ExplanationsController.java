package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ResourceId;
import io.minutebook.reporting.explain.BillExplanations;
import io.minutebook.reporting.explain.PackExplanations;
import io.minutebook.reporting.explain.UsageExplanations;
import io.minutebook.reporting.usage.DrawnUsage;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.server.looks.LookKeeper;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a call cost what it cost, a pack holds what it holds and a bill says what it says. */
@RestController
@Tag(name = ApiTag.EXPLANATIONS)
@RequestMapping("/api/v1")
class ExplanationsController {

    private final UsageExplanations usage;
    private final PackExplanations packs;
    private final BillExplanations bills;
    private final BookedUsage booked;
    private final Usage rows;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    ExplanationsController(
            UsageExplanations usage,
            PackExplanations packs,
            BillExplanations bills,
            BookedUsage booked,
            Usage rows,
            RegisteredAccounts registered,
            InstantSource ledgerClock) {
        this.usage = usage;
        this.packs = packs;
        this.bills = bills;
        this.booked = booked;
        this.rows = rows;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/usage/{recordId}/explanation")
    @Operation(
            operationId = "explainUsage",
            summary = "Why a record cost what it cost",
            description = "From the record as it was received over the row of the routing table, the started minutes,"
                    + " the month and the packs that could pay then, to the draws and the orders that paid for those"
                    + " packs. The result of each step follows from its inputs. Numbers of people are masked.")
    @Refuses({"UNKNOWN_RECORD", "SOURCE_NEEDED"})
    ExplanationAnswer usage(
            @PathVariable String recordId,
            @RequestParam(required = false) @Nullable String source,
            HttpServletRequest request) {
        var explanation = usage.of(booked.find(recordId, source));
        LookKeeper.shows(request, explanation.accountId(), recordId);
        return ExplanationAnswer.of(explanation);
    }

    @GetMapping("/accounts/{accountId}/packs/{packId}/explanation")
    @Operation(
            operationId = "explainPack",
            summary = "Why a pack holds what it holds",
            description = "The order that paid for it, with the version of the prices and the discount, and all that"
                    + " took minutes from it; its draws are listed one by one beside.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_PACK"})
    ExplanationAnswer pack(@PathVariable AccountId accountId, @PathVariable ResourceId packId) {
        registered.get(accountId);
        return ExplanationAnswer.of(packs.of(accountId, packId.value(), ledgerClock.instant()));
    }

    @GetMapping("/accounts/{accountId}/packs/{packId}/draws")
    @Operation(
            operationId = "listDraws",
            summary = "The usage that drew from a pack",
            description = "By month and then in the order of the usage detail; of a corrected record only the one that"
                    + " took its place.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_PACK"})
    Page<DrawnUsage> draws(
            @PathVariable AccountId accountId,
            @PathVariable ResourceId packId,
            @RequestParam(required = false) @Nullable BillingMonth month,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        var pack = packs.pack(accountId, packId.value(), ledgerClock.instant());
        return Page.of(rows.drawsFrom(accountId, pack.packId(), month, after, limit.value()));
    }

    @GetMapping("/accounts/{accountId}/orders/{orderId}/explanation")
    @Operation(
            operationId = "explainOrder",
            summary = "Why an order cost what it cost",
            description = "Line by line: the unit price and the discount in force then, the one rounding of the whole"
                    + " order, and what paid for it.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_ORDER"})
    ExplanationAnswer order(@PathVariable AccountId accountId, @PathVariable ResourceId orderId) {
        registered.get(accountId);
        return ExplanationAnswer.of(packs.ofOrder(accountId, new OrderId(orderId.value())));
    }

    @GetMapping("/accounts/{accountId}/bills/{month}/lines/{line}/explanation")
    @Operation(
            operationId = "explainBillLine",
            summary = "Why a line of a bill says what it says",
            description = "A line is named by what it says itself, with points between: its transactionType, its"
                    + " orderId (of USAGE its subProduct) and its resourceId, as in"
                    + " PURCHASE.O000000000001.P000000000002 or USAGE.AUDIO for what no pack covered.")
    @Refuses({"UNKNOWN_ACCOUNT", "UNKNOWN_BILL_LINE"})
    ExplanationAnswer billLine(
            @PathVariable AccountId accountId, @PathVariable BillingMonth month, @PathVariable String line) {
        registered.get(accountId);
        return ExplanationAnswer.of(bills.of(accountId, month, line, ledgerClock.instant()));
    }
}
