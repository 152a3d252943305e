package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.history.AccountReplay;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
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
    private final AccountReplay replay;
    private final RegisteredAccounts registered;
    private final Moments moments;
    private final InstantSource ledgerClock;

    BillsController(
            Bills bills,
            AccountReplay replay,
            RegisteredAccounts registered,
            Moments moments,
            InstantSource ledgerClock) {
        this.bills = bills;
        this.replay = replay;
        this.registered = registered;
        this.moments = moments;
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
                    + " With asOf or position as the ledger knew it then.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BillDetailAnswer.class)))
    @Refuses("UNKNOWN_ACCOUNT")
    Object bill(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long position) {
        registered.get(accountId);
        return moments.named(asOf, position)
                .map(moment -> replay.ask(
                        accountId,
                        moment.position(),
                        tables -> billOf(new Bills(tables), accountId, month, view, moment.at())))
                .orElseGet(() -> billOf(bills, accountId, month, view, ledgerClock.instant()));
    }

    private static Object billOf(Bills from, AccountId accountId, BillingMonth month, BillView view, Instant at) {
        return switch (view) {
            case RESOURCE -> from.byResource(accountId, month);
            case DETAIL -> BillDetailAnswer.of(from.inDetail(accountId, month, at));
        };
    }

    @GetMapping("/{month}.csv")
    @Operation(
            operationId = "downloadBill",
            summary = "The bill of a month as a file",
            description = "The columns of the JSON, in snake_case; comma-separated values as in RFC 4180.")
    @Refuses("UNKNOWN_ACCOUNT")
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
