package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ResourceId;
import java.util.List;

/** Which orders paid for a resource, as far as is known: what it names is looked up, and what it lacks is noticed. */
@FunctionalInterface
public interface PaidOrders {

    List<OrderId> ordersOf(AccountId accountId, ResourceId resourceId);
}
