package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.catalogue.TermPrice;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines that an item becomes, each at its exact price. */
record ItemPrices(BasePlans plans, PriceTag tag) {

    private Instant at() {
        return tag.at();
    }

    List<PricedLine> of(SoldItem sold) {
        return switch (sold.product()) {
            case FixedPack pack -> Collections.nCopies(count(sold), minutePack(pack));
            case CustomPack pack -> List.of(minutePack(pack, new Minutes(sold.item().minutesOrNone())));
            case SeatPlan plan -> List.of(seatPlan(sold, plan));
            case SeatAddOn addOn -> List.of(seatAddOn(sold, addOn));
            case NumberRent rent -> Collections.nCopies(count(sold), number(sold, rent));
            case ChatPlan plan -> List.of(chatPlan(sold, plan));
            case ChatLicence licence -> List.of(licences(sold, licence));
            case MessagePack pack -> Collections.nCopies(count(sold), messagePack(sold, pack));
        };
    }

    private static int count(SoldItem sold) {
        return Math.toIntExact(sold.item().quantityOrOne());
    }

    private PricedLine minutePack(FixedPack pack) {
        var line = QuotedLine.ofPack(
                pack, pack.meter(), pack.minutes(), null, pack.unitPrice(), Validity.ofOneYear(at()));
        return tag.on(line, pack.minutes().value());
    }

    private PricedLine minutePack(CustomPack pack, Minutes minutes) {
        var line = QuotedLine.ofPack(
                pack, pack.meter(), minutes, null, pack.unitPriceFor(minutes), Validity.ofOneYear(at()));
        return tag.on(line, minutes.value());
    }

    private PricedLine messagePack(SoldItem sold, MessagePack pack) {
        var price = pack.price(sold.region()).orElseThrow();
        var grant = new MessageGrant(sold.applicationId(), sold.region(), pack.messages());
        var line = QuotedLine.ofPack(pack, null, null, grant, price, Validity.ofOneYear(at()));
        return tag.on(line, 1);
    }

    private PricedLine seatPlan(SoldItem sold, SeatPlan plan) {
        var term = sold.seatTerm(at());
        var price = plan.price(term.unit()).map(TermPrice::price).orElseThrow();
        var subscription = new Subscription(
                sold.applicationId(), plan.edition(), null, term.unit(), term.periods(), null, null);
        return whole(sold, term, subscription, price);
    }

    private PricedLine chatPlan(SoldItem sold, ChatPlan plan) {
        var term = sold.chatTerm(at());
        var subscription = new Subscription(
                sold.applicationId(), plan.edition(), sold.region(), Term.MONTH, term.periods(), null, null);
        return whole(sold, term, subscription, plan.price(sold.region()).orElseThrow());
    }

    private PricedLine number(SoldItem sold, NumberRent rent) {
        var term = sold.numberTerm(at());
        boolean autoRenew = Boolean.TRUE.equals(sold.item().autoRenew());
        var subscription = new Subscription(null, null, null, Term.MONTH, term.periods(), null, autoRenew);
        return tag.on(line(rent, 1, subscription, rent.rent(), term.until()), term.periods());
    }

    private PricedLine whole(SoldItem sold, PaidTerm term, Subscription subscription, UnitPrice price) {
        long quantity = sold.item().quantityOrOne();
        return tag.on(
                line(sold.product(), quantity, subscription, price, term.until()),
                Math.multiplyExact(quantity, term.periods()));
    }

    private PricedLine seatAddOn(SoldItem sold, SeatAddOn addOn) {
        var plan = plans.searchFor(sold).best();
        Function<Term, UnitPrice> price = term -> addOn.price(term).map(TermPrice::price).orElseThrow();
        return withPlan(sold, plan, addOn.edition(), null, price);
    }

    private PricedLine licences(SoldItem sold, ChatLicence licence) {
        var price = licence.price(sold.region()).orElseThrow();
        return withPlan(sold, plans.searchFor(sold).best(), null, sold.region(), _ -> price);
    }

    private PricedLine withPlan(
            SoldItem sold,
            BasePlan plan,
            @Nullable Edition edition,
            @Nullable Region region,
            Function<Term, UnitPrice> price) {
        var current = plan.lease().termAt(at());
        var subscription = new Subscription(
                sold.applicationId(), edition, region, current.unit(), current.periods(), plan.heldId(), null);
        long quantity = sold.item().quantityOrOne();
        var line = line(sold.product(), quantity, subscription, price.apply(current.unit()), plan.until());
        if (plan.heldId() == null) line = line.withPlanLine(plan.line());
        return tag.forTimeOf(plan.lease(), line, price);
    }

    private QuotedLine line(
            Product product, long quantity, Subscription subscription, UnitPrice price, Instant until) {
        return QuotedLine.ofTerm(
                product, Transaction.PURCHASE, null, quantity, subscription, price, Validity.of(at(), until));
    }
}
