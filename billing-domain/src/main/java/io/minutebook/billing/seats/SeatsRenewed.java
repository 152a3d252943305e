package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A plan or an add-on was paid for a further term, which begins where the last one ends. */
@Stored(name = "seats.seats-renewed", version = 1)
public record SeatsRenewed(
        AccountId accountId, OrderId orderId, ResourceId resourceId, Instant renewedAt, PaidTerm term)
        implements SeatEvent {}
