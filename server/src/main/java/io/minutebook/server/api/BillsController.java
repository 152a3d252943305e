package io.minutebook.server.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.bills.Bill;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.Bills;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account was charged in a month. */
@RestController
@RequestMapping("/api/v1/accounts/{accountId}/bills")
class BillsController {

    private final Bills bills;
    private final RegisteredAccounts registered;
    private final InstantSource ledgerClock;

    BillsController(Bills bills, RegisteredAccounts registered, InstantSource ledgerClock) {
        this.bills = bills;
        this.registered = registered;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/{month}")
    @Operation(
            summary = "The bill of a month",
            description = "By resource, or with view=detail also the minutes that the month's usage took: a USAGE"
                    + " line for each pack it drew from, and one for each meter with minutes that no pack covered."
                    + " These lines cost nothing, for minutes are prepaid; the totals are the same in both views.",
            responses = @ApiResponse(
                    responseCode = "200",
                    content = @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(oneOf = {Bill.class, BillDetailAnswer.class}))))
    Object bill(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view) {
        registered.get(accountId);
        return switch (view) {
            case RESOURCE -> bills.byResource(accountId, month);
            case DETAIL -> BillDetailAnswer.of(bills.inDetail(accountId, month, ledgerClock.instant()));
        };
    }

    @GetMapping("/{month}.csv")
    @Operation(summary = "The bill of a month as a file", description = "The columns of the JSON, in snake_case.")
    void file(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            HttpServletResponse response) {
        registered.get(accountId);
        var fileName = "bill-" + accountId + "-" + month;
        switch (view) {
            case RESOURCE -> {
                var bill = bills.byResource(accountId, month);
                CsvDownload.write(response, fileName + ".csv", out -> BillCsv.write(bill, out));
            }
            case DETAIL -> {
                var detail = bills.inDetail(accountId, month, ledgerClock.instant());
                CsvDownload.write(response, fileName + "-detail.csv", out -> BillCsv.write(detail, out));
            }
        }
    }
}
