package io.minutebook.billing.orders;

import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import java.util.List;
import java.util.stream.IntStream;

/** Ids that count up, each kind by itself. */
public final class CountedIds implements ResourceIds {

    private int drawn;
    private int orders;
    private int packs;
    private int resources;
    private int refunds;

    int drawn() {
        return drawn;
    }

    @Override
    public OrderId nextOrder() {
        drawn++;
        return new OrderId("O%012d".formatted(++orders));
    }

    @Override
    public List<PackId> nextPacks(int count) {
        drawn += count;
        return IntStream.range(0, count).mapToObj(_ -> new PackId("P" + ++packs)).toList();
    }

    @Override
    public RefundId nextRefund() {
        return new RefundId("F" + ++refunds);
    }

    @Override
    public List<ResourceId> nextResources(int count) {
        drawn += count;
        return IntStream.range(0, count).mapToObj(_ -> new ResourceId("R" + ++resources)).toList();
    }
}
