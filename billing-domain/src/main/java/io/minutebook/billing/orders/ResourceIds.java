package io.minutebook.billing.orders;

import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import java.util.List;

/** Names new resources; ids rise as text in order of creation and are never used twice. */
public interface ResourceIds {

    OrderId nextOrder();

    List<PackId> nextPacks(int count);

    /** Of plans, add-ons, numbers and trials. */
    List<ResourceId> nextResources(int count);

    RefundId nextRefund();
}
