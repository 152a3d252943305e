package io.minutebook.reporting.usage;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.MonthStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a month's usage detail; next is the cursor of the page after it, null on the last. */
public record UsagePage(BillingMonth month, MonthStatus status, List<UsageRow> rows, @Nullable String next) {}
