package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.history.AccountReplay;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageCsv;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The monthly usage detail: every record with the minutes it cost and the packs that paid for it. */
@RestController
@Tag(name = ApiTag.USAGE)
@RequestMapping("/api/v1/accounts/{accountId}")
class UsageController {

    private final Usage usage;
    private final AccountReplay replay;
    private final RegisteredAccounts registered;
    private final Moments moments;

    UsageController(Usage usage, AccountReplay replay, RegisteredAccounts registered, Moments moments) {
        this.usage = usage;
        this.replay = replay;
        this.registered = registered;
        this.moments = moments;
    }

    /** In the order ended_at, source, record_id. */
    @GetMapping("/usage")
    @Operation(
            operationId = "listUsage",
            summary = "The usage of a month, record by record",
            description = "In the order endedAt, source, recordId. For each record billed = drawn + "
                    + "uncovered. With asOf or position as the ledger knew it then.")
    @Refuses("UNKNOWN_ACCOUNT")
    UsageAnswer usage(
            @PathVariable AccountId accountId,
            @RequestParam BillingMonth month,
            @RequestParam(required = false) @Nullable Meter meter,
            @RequestParam(required = false) @Nullable Long applicationId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        var query = new UsageQuery(accountId, month, meter, applicationId);
        return UsageAnswer.of(moments.named(asOf, position)
                .map(moment -> replay.ask(
                        accountId, moment.position(), tables -> new Usage(tables).page(query, after, limit.value())))
                .orElseGet(() -> usage.page(query, after, limit.value())));
    }

    @GetMapping("/usage/{month}.csv")
    @Operation(
            operationId = "downloadUsage",
            summary = "The usage of a month as a file",
            description = "Comma-separated values as in RFC 4180, in UTF-8 with CRLF; callers and "
                    + "callees are masked.")
    @Refuses("UNKNOWN_ACCOUNT")
    void file(
            @PathVariable AccountId accountId, @PathVariable BillingMonth month, HttpServletResponse response) {
        registered.get(accountId);
        var query = UsageQuery.all(accountId, month);
        var fileName = "usage-" + accountId + "-" + month + ".csv";
        CsvDownload.write(response, fileName, out -> UsageCsv.write(usage, query, out));
    }
}
