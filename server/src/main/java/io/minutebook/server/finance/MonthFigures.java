package io.minutebook.server.finance;

import io.minutebook.reporting.bills.BillDetail;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.usage.UsagePage;
import io.minutebook.reporting.usage.UsageTotal;
import java.util.List;

/**
 * What is shown of a month of an account.
 *
 * @param status of the month as it is closed, whichever view is shown
 * @param packs those that are usable now, in the order they are drawn
 */
record MonthFigures(
        MonthStatus status, List<UsageTotal> totals, List<PackView> packs, BillDetail bill, UsagePage usage) {}
