package io.minutebook.billing.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** The ledger was started for the first time: this is the first month it closes, those before it count as closed. */
@Stored(name = "months.months-begun", version = 1)
public record MonthsBegun(BillingMonth month, Instant begunAt) implements MonthEvent {}
