package io.minutebook.billing.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Stored;

/**
 * The final files of a closed month are written; they never change.
 *
 * @param position of the event that closed the month: the files hold what was booked before it
 * @param sha256 of the manifest, which lists the digest of each file; in hexadecimal
 */
@Stored(name = "months.month-finalised", version = 1)
public record MonthFinalised(BillingMonth month, long position, MonthFigures figures, String sha256)
        implements MonthEvent {}
