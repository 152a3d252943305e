package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.usage.UsageDifferences;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has become known of a month since it was closed. */
@RestController
@Tag(name = ApiTag.MONTHS)
class DifferenceController {

    private final UsageDifferences differences;
    private final Bills bills;
    private final MonthBook months;
    private final RegisteredAccounts registered;

    DifferenceController(
            UsageDifferences differences, Bills bills, MonthBook months, RegisteredAccounts registered) {
        this.differences = differences;
        this.bills = bills;
        this.months = months;
        this.registered = registered;
    }

    @GetMapping("/api/v1/accounts/{accountId}/months/{month}/difference")
    @Refuses("UNKNOWN_ACCOUNT")
    @Operation(
            operationId = "getMonthDifference",
            summary = "Why what is known of a month differs from what it was closed with",
            description = "Each line: LATE was used in the month and booked after it was closed; TAKEN_BACK takes back"
                    + " what was used in it, with figures below zero, for a correction took its place; OF_EARLIER_MONTH"
                    + " is booked in the month and was used in an earlier one. As known now = as closed + LATE +"
                    + " TAKEN_BACK - OF_EARLIER_MONTH. The row's billingMonth is the one it is booked in. charges are"
                    + " lines of the bill whose time is in the month and which came after it was closed; they are on a"
                    + " later bill.")
    DifferenceAnswer difference(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        registered.get(accountId);
        var page = differences.lines(accountId, month, after, limit.value());
        return new DifferenceAnswer(
                month,
                months.statusOf(month),
                differences.sums(accountId, month),
                bills.bookedLater(accountId, month),
                page.items(),
                page.next());
    }
}
