package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.files.FileKind;
import io.minutebook.reporting.months.Known;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account was charged in a month. */
@RestController
@Tag(name = ApiTag.BILLS)
@RequestMapping("/api/v1/accounts/{accountId}/bills")
class BillsController {

    private final Bills bills;
    private final FinalFiles finalFiles;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    BillsController(
            Bills bills, FinalFiles finalFiles, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.bills = bills;
        this.finalFiles = finalFiles;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/{month}")
    @Operation(
            operationId = "getBill",
            summary = "The bill of a month",
            description = "By resource, or with view=detail also the minutes and bot messages that the month's usage"
                    + " took: a USAGE line for each pack it drew from, what a month of a chat plan includes being one,"
                    + " and one for each meter with what no pack covered."
                    + " These lines cost nothing, for usage is prepaid; the totals are the same in both views."
                    + " known=closed shows what is booked in the month, which never changes once it is FINAL; known=now"
                    + " what belongs to it by all that is known today.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BillDetailAnswer.class)))
    @Refuses("UNKNOWN_ACCOUNT")
    Object bill(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            @RequestParam(defaultValue = "closed") Known known) {
        registered.get(accountId);
        return switch (view) {
            case RESOURCE -> bills.byResource(accountId, month, known);
            case DETAIL -> BillDetailAnswer.of(bills.inDetail(accountId, month, known, ledgerClock.instant()));
        };
    }

    @GetMapping("/{month}.csv")
    @Operation(
            operationId = "downloadBill",
            summary = "The bill of a month as a file",
            description = "The columns of the JSON, in snake_case; comma-separated values as in RFC 4180."
                    + " Minutebook-Status says whether it can still change; of a month that is FINAL it never does, has"
                    + " its SHA-256 as its ETag, and a range of its bytes may be asked for. known=now is no final"
                    + " file.")
    @Refuses("UNKNOWN_ACCOUNT")
    void file(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            @RequestParam(defaultValue = "closed") Known known,
            HttpServletRequest request,
            HttpServletResponse response) {
        registered.get(accountId);
        var fileName = "bill-" + accountId + "-" + month + (view == BillView.DETAIL ? "-detail.csv" : ".csv");
        var kind = view == BillView.DETAIL ? FileKind.BILL_DETAIL : FileKind.BILL;
        if (known == Known.CLOSED && finalFiles.answer(accountId, month, kind, fileName, request, response)) return;
        var status = finalFiles.statusOf(month, known);
        switch (view) {
            case RESOURCE -> {
                var bill = bills.byResource(accountId, month, known);
                CsvDownload.write(response, fileName, status, out -> BillCsv.write(bill, out));
            }
            case DETAIL -> {
                var detail = bills.inDetail(accountId, month, known, ledgerClock.instant());
                CsvDownload.write(response, fileName, status, out -> BillCsv.write(detail, out));
            }
        }
    }
}
