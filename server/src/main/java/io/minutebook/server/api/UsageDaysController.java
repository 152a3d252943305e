package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.usage.ReconciledDay;
import io.minutebook.reporting.usage.Reconciliation;
import io.minutebook.reporting.usage.Statistics;
import io.minutebook.reporting.usage.UsageStatistics;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An account's usage by day and meter: how much there was, and whether the packs tell the same. */
@RestController
@Tag(name = ApiTag.USAGE)
@RequestMapping("/api/v1/accounts/{accountId}")
class UsageDaysController {

    private final Statistics statistics;
    private final Reconciliation reconciliation;
    private final RegisteredAccounts registered;

    UsageDaysController(Statistics statistics, Reconciliation reconciliation, RegisteredAccounts registered) {
        this.statistics = statistics;
        this.reconciliation = reconciliation;
        this.registered = registered;
    }

    @GetMapping("/usage-statistics")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "getUsageStatistics",
            summary = "Usage by day and meter",
            description = "A record counts on the day it ended on in Asia/Shanghai; both days are included, 366 at"
                    + " most. calls counts records, answered or not; talkSeconds is the sum of their durations."
                    + " activeAgents are the different agents of call legs that ended in the range.")
    UsageStatistics statistics(
            @PathVariable AccountId accountId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Long applicationId) {
        var days = Fields.days(from, to);
        registered.get(accountId);
        return statistics.of(accountId, days, applicationId);
    }

    @GetMapping("/reconciliation")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "getReconciliation",
            summary = "Billed minutes by day and meter, beside what the packs say",
            description = "minutes, drawn and uncovered are summed over the rows of the usage detail; packs holds"
                    + " what the packs gave less what they got back. agrees tells whether both sides are equal, for each day"
                    + " and for all of them. Both days are included, 366 at most.")
    ReconciliationAnswer reconciliation(
            @PathVariable AccountId accountId, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        var days = Fields.days(from, to);
        registered.get(accountId);
        return ReconciliationAnswer.of(from, to, reconciliation.of(accountId, days));
    }

    /** Whether the usage detail and the packs tell the same, day by day. */
    record ReconciliationAnswer(LocalDate from, LocalDate to, boolean agrees, List<ReconciledDay> days) {

        static ReconciliationAnswer of(LocalDate from, LocalDate to, List<ReconciledDay> days) {
            return new ReconciliationAnswer(from, to, days.stream().allMatch(ReconciledDay::agrees), days);
        }
    }
}
