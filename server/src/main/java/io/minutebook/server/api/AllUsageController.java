package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageDetail;
import io.minutebook.server.openapi.ApiTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The monthly usage detail of all accounts, account by account. */
@RestController
@Tag(name = ApiTag.USAGE)
@RequestMapping("/api/v1/usage")
class AllUsageController {

    private final Usage usage;
    private final UsageFiles files;
    private final LedgerState state;

    AllUsageController(Usage usage, UsageFiles files, LedgerState state) {
        this.usage = usage;
        this.files = files;
        this.state = state;
    }

    @GetMapping("/{month}.csv")
    @Operation(
            operationId = "downloadUsageOfAll",
            summary = "The usage of a month of all accounts as a file",
            description = "As that of one account, account by account. meter may be given several times.")
    void csv(
            @PathVariable BillingMonth month,
            @RequestParam(required = false) @Nullable Set<Meter> meter,
            HttpServletResponse response) {
        files.csv(response, name(month), detail(month, meter));
    }

    @GetMapping("/{month}.xlsx")
    @Operation(
            operationId = "downloadUsageOfAllAsWorkbook",
            summary = "The usage of a month of all accounts as a workbook",
            description = "As that of one account, account by account. meter may be given several times.")
    void xlsx(
            @PathVariable BillingMonth month,
            @RequestParam(required = false) @Nullable Set<Meter> meter,
            @RequestParam(required = false) @Nullable FileLanguage lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletResponse response) {
        files.xlsx(response, name(month), detail(month, meter), FileLanguage.chosen(lang, accepted));
    }

    @GetMapping("/{month}.jsonl.gz")
    @Operation(
            operationId = "downloadUsageOfAllAsLines",
            summary = "The usage of a month of all accounts as JSON lines",
            description = "As that of one account, account by account. meter may be given several times.")
    void lines(
            @PathVariable BillingMonth month,
            @RequestParam(required = false) @Nullable Set<Meter> meter,
            HttpServletResponse response) {
        files.jsonLines(response, name(month), detail(month, meter));
    }

    private UsageDetail detail(BillingMonth month, @Nullable Set<Meter> meters) {
        return usage.detailOfAll(month, meters == null ? Set.of() : meters, state.shownBy(month, Known.CLOSED));
    }

    private static String name(BillingMonth month) {
        return "usage-" + month;
    }
}
