package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;

/**
 * Extra seats or SIP phones were bought, which extend a plan and end with it.
 *
 * @param planId the plan they extend
 * @param seats how many seats they come to; none for SIP phones
 */
@Stored(name = "seats.add-on-bought", version = 1)
public record AddOnBought(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        ResourceId planId,
        long applicationId,
        ProductCode product,
        Edition edition,
        long quantity,
        long seats,
        PaidTerm term)
        implements SeatEvent {}
