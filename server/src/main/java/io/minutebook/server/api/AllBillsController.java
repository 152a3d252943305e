package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.bills.MonthlyBills;
import io.minutebook.reporting.months.Known;
import io.minutebook.server.openapi.ApiTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What all accounts were charged in a month, account by account. */
@RestController
@Tag(name = ApiTag.BILLS)
@RequestMapping("/api/v1/bills")
class AllBillsController {

    private final Bills bills;
    private final BillFiles files;
    private final LedgerState state;
    private final InstantSource ledgerClock;

    AllBillsController(Bills bills, BillFiles files, LedgerState state, InstantSource ledgerClock) {
        this.bills = bills;
        this.files = files;
        this.state = state;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/{month}.csv")
    @Operation(
            operationId = "downloadBillsOfAll",
            summary = "The bills of a month of all accounts as a file",
            description = "As the bill of one account, account by account.")
    void csv(
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            HttpServletResponse response) {
        files.csv(response, name(month), of(month), view);
    }

    @GetMapping("/{month}.xlsx")
    @Operation(
            operationId = "downloadBillsOfAllAsWorkbook",
            summary = "The bills of a month of all accounts as a workbook",
            description = "As the bill of one account, account by account, with the totals of each.")
    void xlsx(
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            @RequestParam(required = false) @Nullable FileLanguage lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletResponse response) {
        files.xlsx(response, name(month), of(month), view, FileLanguage.chosen(lang, accepted));
    }

    private MonthlyBills of(BillingMonth month) {
        return bills.ofAll(month, ledgerClock.instant(), state.shownBy(month, Known.CLOSED));
    }

    private static String name(BillingMonth month) {
        return "bills-" + month;
    }
}
