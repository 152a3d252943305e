package io.minutebook.billing.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * A month was closed: nothing is booked in it after this event, whose position is the boundary of its final files.
 *
 * @param closedAt when the close fell due or was asked for
 * @param openDeadLetters records that waited for somebody then
 */
@Stored(name = "months.month-closed", version = 1)
public record MonthClosed(BillingMonth month, Instant closedAt, long openDeadLetters) implements MonthEvent {}
