package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.files.MonthFiles;
import io.minutebook.reporting.months.MonthState;
import io.minutebook.server.months.MonthDesk;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the months are closed, and closing one. */
@RestController
@Tag(name = ApiTag.MONTHS)
@RequestMapping("/api/v1/months")
class MonthsController {

    private final MonthDesk desk;
    private final MonthFiles files;

    MonthsController(MonthDesk desk, MonthFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @GetMapping
    @Operation(
            operationId = "listMonths",
            summary = "Every month of the ledger",
            description = "From its first start to the month that is open, the latest first.")
    Page<MonthAnswer> months() {
        return new Page<>(desk.all().stream().map(MonthAnswer::of).toList(), null);
    }

    @GetMapping("/{month}")
    @Operation(
            operationId = "getMonth",
            summary = "How far a month is closed",
            description = "OPEN; CLOSING while the close waits for records that lay on Kafka when it fell due, and"
                    + " while the final files are written, the figures being those of the files written so far; then"
                    + " FINAL. position is that of the event that closed it: nothing after it is booked in the month."
                    + " sha256 is the digest of the manifest, which lists the digest of each final file."
                    + " openDeadLetters waited for somebody when it was closed; of an open month, now. A month from"
                    + " before the ledger's first start counts as closed and has no files.")
    MonthAnswer month(@PathVariable BillingMonth month) {
        return MonthAnswer.of(desk.view(month));
    }

    /** Asked again, it goes on with it or answers what came of it. */
    @PostMapping("/{month}/close")
    @Operation(
            operationId = "closeMonth",
            summary = "Close a month now",
            description = "Months are closed by themselves on the third day of the next one; this does not wait for"
                    + " that. It waits some seconds for the files and answers how far the close is: where that is"
                    + " CLOSING, GET the month until it is FINAL. Safe to repeat.")
    @Refuses({"MONTH_NOT_OVER", "EARLIER_MONTH_OPEN"})
    MonthAnswer close(@AuthenticationPrincipal ApiKey caller, @PathVariable BillingMonth month) {
        return MonthAnswer.of(desk.close(month, caller.id()));
    }

    @GetMapping("/{month}/manifest.csv")
    @Operation(
            operationId = "downloadManifest",
            summary = "The list of a month's final files",
            description = "One row per file, with its layout, its rows but for the header, its bytes and its SHA-256 in"
                    + " hexadecimal. The digest of this list is the sha256 of the month, which stands in the ledger.")
    @Refuses("MONTH_NOT_FINAL")
    void manifest(@PathVariable BillingMonth month, HttpServletRequest request, HttpServletResponse response) {
        if (desk.view(month).state() != MonthState.FINAL) throw ApiRefusal.notFinal(month);
        var manifest = files.manifest(month).orElseThrow(() -> ApiRefusal.notFinal(month));
        new FileDownload(files, month, manifest).answer("manifest-" + month + ".csv", request, response);
    }
}
