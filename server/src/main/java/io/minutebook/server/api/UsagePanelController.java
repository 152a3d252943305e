package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.reporting.days.Days;
import io.minutebook.reporting.packs.PackTotals;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.usage.UsagePanels;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An account's usage of late and its packs, in one answer. */
@RestController
@Tag(name = ApiTag.USAGE)
class UsagePanelController {

    private final UsagePanels panels;
    private final Packs packs;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    UsagePanelController(
            UsagePanels panels, Packs packs, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.panels = panels;
        this.packs = packs;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/api/v1/accounts/{accountId}/usage-panel")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "getUsagePanel",
            summary = "Usage of late and packs by name",
            description = "Sums by meter of today, yesterday, the last 7 and 30 days, today included, and of the range"
                    + " from and to, 366 days at most, where both are given; days are those of Asia/Shanghai by the ledger's"
                    + " clock. month has the agents active in the current month. Packs are summed by name: active with"
                    + " their validity ahead, or lapsed; with applicationId bot messages of that application alone, and"
                    + " minutes, which all applications share.")
    UsagePanelAnswer panel(
            @PathVariable AccountId accountId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long applicationId) {
        var asked = asked(from, to);
        registered.get(accountId);
        var now = ledgerClock.instant();
        var ranges = ranges(BusinessTime.dateOf(now));
        if (asked != null) ranges.add(asked);
        var sums = panels.of(accountId, ranges, applicationId);
        return new UsagePanelAnswer(
                now,
                sums.get(0),
                sums.get(1),
                sums.get(2),
                sums.get(3),
                asked == null ? null : sums.getLast(),
                new UsagePanelAnswer.Month(BillingMonth.of(now), sums.get(4).activeAgents()),
                packs(accountId, applicationId, now));
    }

    private static @Nullable Days asked(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) return null;
        return Fields.days(Fields.given("from", from), Fields.given("to", to));
    }

    /** Today, yesterday, 7 and 30 days, the month so far. */
    private static List<Days> ranges(LocalDate today) {
        var yesterday = today.minusDays(1);
        return new ArrayList<>(List.of(
                new Days(today, today),
                new Days(yesterday, yesterday),
                new Days(today.minusDays(6), today),
                new Days(today.minusDays(29), today),
                new Days(today.withDayOfMonth(1), today)));
    }

    private UsagePanelAnswer.Packs packs(AccountId accountId, @Nullable Long applicationId, Instant now) {
        return new UsagePanelAnswer.Packs(
                totals(accountId, PackView.Filter.ACTIVE, applicationId, now),
                totals(accountId, PackView.Filter.LAPSED, applicationId, now));
    }

    private List<PackTotals> totals(
            AccountId accountId, PackView.Filter filter, @Nullable Long applicationId, Instant now) {
        var usable = packs.list(accountId, filter, now).stream()
                .filter(pack -> applicationId == null
                        || pack.applicationId() == null
                        || pack.applicationId().equals(applicationId))
                .toList();
        return PackTotals.of(usable);
    }
}
