package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.files.FileKind;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageCsv;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    private final FinalFiles finalFiles;
    private final RegisteredAccounts registered;

    UsageController(Usage usage, FinalFiles finalFiles, RegisteredAccounts registered) {
        this.usage = usage;
        this.finalFiles = finalFiles;
        this.registered = registered;
    }

    /** In the order ended_at, source, record_id. */
    @GetMapping("/usage")
    @Operation(
            operationId = "listUsage",
            summary = "The usage of a month, record by record",
            description = "In the order endedAt, source, recordId. For each record billed = drawn + uncovered. A late"
                    + " line names its own month in lateFromMonth; where a correction takes back what a closed month"
                    + " shows, its figures are below zero. known=closed shows what is booked in the month, which never"
                    + " changes once it is FINAL; known=now what was used in it by all that is known today.")
    @Refuses("UNKNOWN_ACCOUNT")
    UsageAnswer usage(
            @PathVariable AccountId accountId,
            @RequestParam BillingMonth month,
            @RequestParam(required = false) @Nullable Meter meter,
            @RequestParam(required = false) @Nullable Long applicationId,
            @RequestParam(defaultValue = "closed") Known known,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        var query = new UsageQuery(accountId, month, meter, applicationId, known);
        return UsageAnswer.of(usage.page(query, after, limit.value()));
    }

    @GetMapping("/usage/{month}.csv")
    @Operation(
            operationId = "downloadUsage",
            summary = "The usage of a month as a file",
            description = "Comma-separated values as in RFC 4180, in UTF-8 with CRLF; callers and callees are masked."
                    + " Minutebook-Status says PROVISIONAL until the month is closed and its files are written, then"
                    + " FINAL: from then on it never changes a byte, has its SHA-256 as its ETag, and a range of its"
                    + " bytes may be asked for. known=now lists what was used in the month by all that is known today;"
                    + " that is no final file.")
    @Refuses("UNKNOWN_ACCOUNT")
    void file(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "closed") Known known,
            HttpServletRequest request,
            HttpServletResponse response) {
        registered.get(accountId);
        var query = new UsageQuery(accountId, month, null, null, known);
        var fileName = "usage-" + accountId + "-" + month + ".csv";
        if (known == Known.CLOSED && finalFiles.answer(accountId, month, FileKind.USAGE, fileName, request, response)) {
            return;
        }
        var status = finalFiles.statusOf(month, known);
        CsvDownload.write(response, fileName, status, out -> UsageCsv.write(usage, query, out));
    }
}
