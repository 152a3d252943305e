package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.packs.PackTotals;
import io.minutebook.reporting.usage.UsageSums;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people look at first: how much was used lately, and what is left.
 *
 * @param at the ledger's time; today is its day in Asia/Shanghai
 * @param range what was asked for beside them; absent where nothing was
 */
record UsagePanelAnswer(
        Instant at,
        UsageSums today,
        UsageSums yesterday,
        UsageSums last7Days,
        UsageSums last30Days,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UsageSums range,
        Month month,
        Packs packs) {

    /**
     * The month so far.
     *
     * @param activeAgents how many different agents had a call leg that ended in it
     */
    record Month(BillingMonth month, long activeAgents) {}

    /** By name: those that are in force, and those that are not any more. */
    record Packs(List<PackTotals> active, List<PackTotals> lapsed) {}
}
