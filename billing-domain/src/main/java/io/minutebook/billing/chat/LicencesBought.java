package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Region;

/**
 * Further licences were bought, which extend a chat plan and end with it.
 *
 * @param planId the plan they extend
 */
@Stored(name = "chat.licences-bought", version = 1)
public record LicencesBought(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        ResourceId planId,
        long applicationId,
        Region region,
        ProductCode product,
        long quantity,
        long licences,
        PaidTerm term)
        implements ChatEvent {}
