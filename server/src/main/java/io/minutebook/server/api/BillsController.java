package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Refused;
import io.minutebook.reporting.bills.Bill;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.Bills;
import jakarta.servlet.http.HttpServletResponse;
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

    BillsController(Bills bills, RegisteredAccounts registered) {
        this.bills = bills;
        this.registered = registered;
    }

    @GetMapping("/{month}")
    Bill bill(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view) {
        return billOf(accountId, month, view);
    }

    @GetMapping("/{month}.csv")
    void file(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            HttpServletResponse response) {
        var bill = billOf(accountId, month, view);
        var fileName = "bill-" + accountId + "-" + month + ".csv";
        CsvDownload.write(response, fileName, out -> BillCsv.write(bill, out));
    }

    private Bill billOf(AccountId accountId, BillingMonth month, BillView view) {
        registered.get(accountId);
        return switch (view) {
            case RESOURCE -> bills.byResource(accountId, month);
            case DETAIL ->
                throw new Refused(
                        ApiRefusal.VIEW_NOT_AVAILABLE,
                        "Bills are kept by resource only; ask for view=resource.");
        };
    }
}
