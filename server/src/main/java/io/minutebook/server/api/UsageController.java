package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.files.FileKind;
import io.minutebook.reporting.history.Past;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageDetail;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The monthly usage detail: every record with the minutes it cost and the packs that paid for it. */
@RestController
@Tag(name = ApiTag.USAGE)
@RequestMapping("/api/v1/accounts/{accountId}")
class UsageController {

    private final Usage usage;
    private final UsageFiles files;
    private final FinalFiles finalFiles;
    private final LedgerState state;
    private final Past past;
    private final RegisteredAccounts registered;
    private final Moments moments;

    UsageController(
            Usage usage,
            UsageFiles files,
            FinalFiles finalFiles,
            LedgerState state,
            Past past,
            RegisteredAccounts registered,
            Moments moments) {
        this.usage = usage;
        this.files = files;
        this.finalFiles = finalFiles;
        this.state = state;
        this.past = past;
        this.registered = registered;
        this.moments = moments;
    }

    /** In the order ended_at, source, record_id. */
    @GetMapping("/usage")
    @Operation(
            operationId = "listUsage",
            summary = "The usage of a month, record by record",
            description = "In the order endedAt, source, recordId. For each record billed = drawn + uncovered. A late"
                    + " line names its own month in lateFromMonth; where a correction takes back what a closed month"
                    + " shows, its figures are below zero. known=closed shows what is booked in the month, which never"
                    + " changes once it is FINAL; known=now what was used in it by all that is known today."
                    + " With asOf or position as the ledger knew it then.")
    @Refuses("UNKNOWN_ACCOUNT")
    UsageAnswer usage(
            @PathVariable AccountId accountId,
            @RequestParam BillingMonth month,
            @RequestParam(required = false) @Nullable Meter meter,
            @RequestParam(required = false) @Nullable Long applicationId,
            @RequestParam(defaultValue = "closed") Known known,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        var query = new UsageQuery(accountId, month, meter, applicationId).in(known);
        return UsageAnswer.of(moments.named(asOf, position)
                .map(moment -> past.usageAt(moment.position()))
                .orElse(usage)
                .page(query, after, limit.value()));
    }

    @GetMapping("/usage/{month}.csv")
    @Operation(
            operationId = "downloadUsage",
            summary = "The usage of a month as a file",
            description = "Comma-separated values as in RFC 4180, in UTF-8 with CRLF; callers and callees are masked."
                    + " Minutebook-Status says PROVISIONAL until the month is closed and its files are written, then"
                    + " FINAL: from then on it never changes a byte, has its SHA-256 as its ETag, and a range of its"
                    + " bytes may be asked for. meter may be given several times; known=now lists what was used in the"
                    + " month by all that is known today. Neither is the final file.")
    @Refuses("UNKNOWN_ACCOUNT")
    void file(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(required = false) @Nullable Set<Meter> meter,
            @RequestParam(defaultValue = "closed") Known known,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean isWhole = known == Known.CLOSED && (meter == null || meter.isEmpty());
        var detail = detail(accountId, month, meter, known);
        var fileName = name(accountId, month) + ".csv";
        if (isWhole && finalFiles.answer(accountId, month, FileKind.USAGE, fileName, request, response)) return;
        files.csv(response, name(accountId, month), detail);
    }

    @GetMapping("/usage/{month}.xlsx")
    @Operation(
            operationId = "downloadUsageAsWorkbook",
            summary = "The usage of a month as a workbook",
            description = "The rows and columns of the CSV with numbers and times as such, headings in the language of"
                    + " lang, and a sheet of sums by meter. meter may be given several times.")
    @Refuses("UNKNOWN_ACCOUNT")
    void workbook(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(required = false) @Nullable Set<Meter> meter,
            @RequestParam(defaultValue = "closed") Known known,
            @RequestParam(required = false) @Nullable FileLanguage lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletResponse response) {
        var detail = detail(accountId, month, meter, known);
        files.xlsx(response, name(accountId, month), detail, FileLanguage.chosen(lang, accepted));
    }

    @GetMapping("/usage/{month}.jsonl.gz")
    @Operation(
            operationId = "downloadUsageAsLines",
            summary = "The usage of a month as JSON lines",
            description = "One row in each line as the list of usage answers it, with the month's status; compressed by"
                    + " gzip. meter may be given several times.")
    @Refuses("UNKNOWN_ACCOUNT")
    void lines(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(required = false) @Nullable Set<Meter> meter,
            @RequestParam(defaultValue = "closed") Known known,
            HttpServletResponse response) {
        files.jsonLines(response, name(accountId, month), detail(accountId, month, meter, known));
    }

    private UsageDetail detail(
            AccountId accountId, BillingMonth month, @Nullable Set<Meter> meters, Known known) {
        registered.get(accountId);
        var query = UsageQuery.of(accountId, month, meters == null ? Set.of() : meters).in(known);
        return usage.detail(query, state.shownBy(month, known));
    }

    private static String name(AccountId accountId, BillingMonth month) {
        return "usage-" + accountId + "-" + month;
    }
}
