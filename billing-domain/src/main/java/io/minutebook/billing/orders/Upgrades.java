package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Lease;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.catalogue.TermPrice;
import io.minutebook.billing.chat.ChatResource;
import io.minutebook.billing.seats.SeatResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a higher edition costs: its price for the days that are left less what is unused of the edition held, both by
 * days, rounded once. The end stays, and the add-ons go with their plan where the editions differ in price.
 */
record Upgrades(Sale sale, Function<List<PricedLine>, Quote> quoting) {

    Quote seats(SeatResource plan, List<SeatResource> addOns, ProductCode target) {
        var product = sale.product(target, Product.class);
        var next = sale.product(plan.product(), SeatPlan.class).upgradesTo();
        if (!(product instanceof SeatPlan higher) || !target.equals(next)) throw notUpgradable(plan.product(), next);
        var lines = new ArrayList<PricedLine>();
        lines.add(seatLine(plan, plan, higher, higher.edition(), term -> priceOf(higher.price(term), higher)));
        for (var addOn : addOns) higherAddOn(addOn).ifPresent(to -> lines.add(
                seatLine(addOn, plan, to, to.edition(), term -> priceOf(to.price(term), to))));
        return quoting.apply(lines);
    }

    private Optional<SeatAddOn> higherAddOn(SeatResource addOn) {
        return Optional.ofNullable(sale.product(addOn.product(), SeatAddOn.class).upgradesTo())
                .map(code -> sale.product(code, SeatAddOn.class));
    }

    private static UnitPrice priceOf(Optional<TermPrice> price, Product product) {
        return price.map(TermPrice::price).orElseThrow(() -> Sale.notOnSale(product.code()));
    }

    private PricedLine seatLine(
            SeatResource held, SeatResource plan, Product to, Edition edition, Function<Term, UnitPrice> price) {
        var current = plan.lease().termAt(sale.at());
        var subscription = new Subscription(
                held.applicationId(), edition, null, current.unit(), current.periods(), held.planId(), null);
        return line(to, held.id(), held.quantity(), subscription, price, plan.lease(), held.lease());
    }

    /** Licences cost the same in each edition and stay as they are. */
    Quote chat(ChatResource plan, ProductCode target) {
        var product = sale.product(target, Product.class);
        var next = sale.product(plan.product(), ChatPlan.class).upgradesTo();
        if (!(product instanceof ChatPlan higher) || !target.equals(next)) throw notUpgradable(plan.product(), next);
        var price = higher.price(plan.region()).orElseThrow(() -> Sale.notOnSale(target));
        var current = plan.lease().termAt(sale.at());
        var subscription = new Subscription(
                plan.applicationId(), higher.edition(), plan.region(), current.unit(), current.periods(), null, null);
        return quoting.apply(List.of(
                line(higher, plan.id(), plan.quantity(), subscription, _ -> price, plan.lease(), plan.lease())));
    }

    private PricedLine line(
            Product to,
            ResourceId id,
            long quantity,
            Subscription subscription,
            Function<Term, UnitPrice> price,
            Lease ofPlan,
            Lease own) {
        var at = sale.at();
        var line = QuotedLine.ofTerm(
                to,
                Transaction.UPGRADE,
                id,
                quantity,
                subscription,
                price.apply(subscription.term()),
                Validity.of(at, own.until()));
        return sale.tag().lessCredit(ofPlan, line, price, Shares.unused(own, at));
    }

    private static Refused notUpgradable(ProductCode held, @Nullable ProductCode next) {
        return new Refused(
                ResourceRefusal.NOT_UPGRADABLE,
                next == null
                        ? held + " is of the highest edition; renew it instead."
                        : held + " is upgraded to " + next + " alone; name that product.");
    }
}
