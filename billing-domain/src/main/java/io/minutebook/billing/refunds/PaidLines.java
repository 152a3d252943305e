package io.minutebook.billing.refunds;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.orders.OrderPlaced;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * What was paid for a resource, oldest first. The orders were named from memory that may be old, so whoever needs them
 * all says how many there must be: where one lacks, another writer was faster, and the work is to be done again.
 */
record PaidLines(List<PaidLine> all) {

    PaidLines {
        all = List.copyOf(all);
    }

    static PaidLines of(Collection<OrderPlaced> orders) {
        return new PaidLines(orders.stream()
                .sorted(Comparator.comparing(OrderPlaced::orderId))
                .flatMap(order -> order.lines().stream().map(line -> new PaidLine(order, line)))
                .toList());
    }

    PaidLines about(ResourceId id) {
        return about(Set.of(id));
    }

    private PaidLines about(Set<ResourceId> ids) {
        return new PaidLines(all.stream().filter(line -> ids.contains(line.id())).toList());
    }

    /** A plan with the add-ons that were bought in the same order. */
    PaidLines withAddOnsOf(ResourceId planId) {
        var ids = new HashSet<>(Set.of(planId));
        ids.addAll(boughtWith(planId));
        return about(ids);
    }

    List<ResourceId> boughtWith(ResourceId planId) {
        var first = about(planId).first().order();
        return all.stream()
                .filter(line -> line.order().equals(first) && line.isBoughtFor(planId))
                .map(PaidLine::id)
                .toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    PaidLine first() {
        return all.getFirst();
    }

    /** Of a plan, a number or a pack alone. */
    PaidLines requireTerms(int terms) {
        long found = all.stream().filter(PaidLine::isTerm).count();
        if (found == terms) return this;
        throw new ConcurrencyException(found + " of " + terms + " terms are known to be paid");
    }

    /** What it was last upgraded to. */
    PaidLines requireProduct(ProductCode product) {
        var last = all.getLast().line().product();
        if (last.equals(product)) return this;
        throw new ConcurrencyException("the order that made " + last + " " + product + " is not known");
    }

    List<Purchase> purchases() {
        return all.stream().map(PaidLine::purchase).toList();
    }
}
