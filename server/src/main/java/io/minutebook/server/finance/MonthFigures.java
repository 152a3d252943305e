package io.minutebook.server.finance;

import io.minutebook.reporting.accounts.AccountView.FundsView;
import io.minutebook.reporting.bills.BillDetail;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.usage.UsagePage;
import io.minutebook.reporting.usage.UsageTotal;
import java.util.List;

/**
 * What is shown of a month of an account, all as the ledger stood at one instant.
 *
 * @param status of the month as it is closed, whichever view is shown
 * @param packs those that are usable then, in the order they are drawn
 * @param events the last ones, newest first
 */
record MonthFigures(
        MonthStatus status,
        List<UsageTotal> totals,
        FundsView funds,
        List<PackView> packs,
        BillDetail bill,
        UsagePage usage,
        List<StoredEvent> events) {}
