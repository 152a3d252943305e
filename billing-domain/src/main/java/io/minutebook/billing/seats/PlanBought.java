package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;

/**
 * A seat plan of an application was bought.
 *
 * @param quantity how many plans
 * @param seats how many seats they come to
 */
@Stored(name = "seats.plan-bought", version = 1)
public record PlanBought(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        long applicationId,
        ProductCode product,
        Edition edition,
        long quantity,
        long seats,
        PaidTerm term)
        implements SeatEvent {}
