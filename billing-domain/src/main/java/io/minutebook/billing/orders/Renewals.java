package io.minutebook.billing.orders;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Lease;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.Periods;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.catalogue.TermPrice;
import io.minutebook.billing.chat.ChatMonths;
import io.minutebook.billing.chat.ChatResource;
import io.minutebook.billing.numbers.RentedNumber;
import io.minutebook.billing.seats.SeatResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What more time costs: each further term begins where the last one ends, its end is counted from the first start, and
 * all add-ons go with their plan.
 */
record Renewals(Sale sale, Function<List<PricedLine>, Quote> quoting) {

    Quote seats(SeatResource plan, List<SeatResource> addOns, long periods) {
        var term = plan.lease().terms().getLast().unit();
        var product = sale.product(plan.product(), SeatPlan.class);
        var price = product.price(term).orElseThrow(() -> Sale.notOnSale(plan.product()));
        requireOffered(plan.product(), price.periods(), periods);
        var until = BusinessTime.plusMonths(plan.lease().from(), plan.lease().months() + term.months(periods));
        var lines = new ArrayList<PricedLine>();
        lines.add(seatLine(plan, product, price.price(), term, periods, until));
        for (var addOn : addOns) lines.add(addOnLine(addOn, term, periods, until));
        return quoting.apply(lines);
    }

    private PricedLine addOnLine(SeatResource addOn, Term term, long periods, Instant until) {
        var product = sale.product(addOn.product(), SeatAddOn.class);
        var price = product.price(term).map(TermPrice::price).orElseThrow(() -> Sale.notOnSale(addOn.product()));
        return seatLine(addOn, product, price, term, periods, until);
    }

    private PricedLine seatLine(
            SeatResource held, Product product, UnitPrice price, Term term, long periods, Instant until) {
        var subscription = new Subscription(
                held.applicationId(), held.edition(), null, term, Math.toIntExact(periods), held.planId(), null);
        return line(product, held.id(), held.quantity(), subscription, price, held.lease(), until);
    }

    Quote chat(ChatResource plan, List<ChatResource> licences, long months) {
        var product = sale.product(plan.product(), ChatPlan.class);
        requireOffered(plan.product(), product.months(), months);
        var until = new ChatMonths(plan.lease().from()).endOf(plan.lease().months() + months);
        var lines = new ArrayList<PricedLine>();
        var price = product.price(plan.region()).orElseThrow(() -> Sale.notOnSale(plan.product()));
        lines.add(chatLine(plan, product, price, months, until));
        for (var held : licences) {
            var licence = sale.product(held.product(), ChatLicence.class);
            var rent = licence.price(held.region()).orElseThrow(() -> Sale.notOnSale(held.product()));
            lines.add(chatLine(held, licence, rent, months, until));
        }
        return quoting.apply(lines);
    }

    private PricedLine chatLine(
            ChatResource held, Product product, UnitPrice price, long months, Instant until) {
        var subscription = new Subscription(
                held.applicationId(), held.edition(), held.region(), Term.MONTH, Math.toIntExact(months), held.planId(),
                null);
        return line(product, held.id(), held.quantity(), subscription, price, held.lease(), until);
    }

    Quote number(RentedNumber number, long months) {
        var product = sale.product(number.product(), NumberRent.class);
        requireOffered(number.product(), product.months(), months);
        var until = BusinessTime.plusMonths(number.lease().from(), number.lease().months() + months);
        var subscription = new Subscription(
                null, null, null, Term.MONTH, Math.toIntExact(months), null, number.autoRenew());
        return quoting.apply(List.of(
                line(product, number.id(), 1, subscription, product.rent(), number.lease(), until)));
    }

    private static void requireOffered(ProductCode code, Periods offered, long periods) {
        if (offered.offers(periods)) return;
        throw new Refused(
                PricingRefusal.TERM_INVALID, code + " is renewed for " + offered + " periods at once; give so many.");
    }

    private PricedLine line(
            Product product,
            ResourceId id,
            long quantity,
            Subscription subscription,
            UnitPrice price,
            Lease lease,
            Instant until) {
        var line = QuotedLine.ofTerm(
                product, Transaction.RENEWAL, id, quantity, subscription, price, Validity.of(lease.until(), until));
        return sale.tag().on(line, Math.multiplyExact(quantity, subscription.periods()));
    }
}
