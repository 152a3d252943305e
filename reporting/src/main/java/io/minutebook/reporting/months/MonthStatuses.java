package io.minutebook.reporting.months;

import io.minutebook.billing.BillingMonth;

/** Knows of each month whether its figures can still change. */
@FunctionalInterface
public interface MonthStatuses {

    MonthStatus statusOf(BillingMonth month);
}
