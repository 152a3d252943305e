package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * A plan or an add-on became one of a higher edition; it keeps its id and its end.
 *
 * @param cost the price of the rest of the term less what was unused of the old edition
 */
@Stored(name = "seats.seats-upgraded", version = 1)
public record SeatsUpgraded(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        ProductCode product,
        Edition edition,
        Instant upgradedAt,
        Instant validUntil,
        Money cost)
        implements SeatEvent {}
