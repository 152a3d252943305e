package io.minutebook.billing.orders;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.Term;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.chat.ChatMonths;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An item that keeps the rules of its product, and the product as it is sold.
 *
 * @param firstLine the place of its first line in the order
 */
record SoldItem(OrderItem item, Product product, int firstLine) {

    static List<SoldItem> of(List<OrderItem> items, List<Product> products) {
        var sold = new ArrayList<SoldItem>();
        int line = 0;
        for (int i = 0; i < items.size(); i++) {
            sold.add(new SoldItem(items.get(i), products.get(i), line));
            line += Math.toIntExact(lines(items.get(i), products.get(i)));
        }
        return sold;
    }

    /** Every pack and every number is a line of its own; all else is one line with its quantity. */
    static long lines(OrderItem item, Product product) {
        return switch (product) {
            case FixedPack _, MessagePack _, NumberRent _ -> item.quantityOrOne();
            case CustomPack _, SeatPlan _, SeatAddOn _, ChatPlan _, ChatLicence _ -> 1;
        };
    }

    long applicationId() {
        return Objects.requireNonNull(item.applicationId());
    }

    Region region() {
        return Objects.requireNonNull(item.region());
    }

    Term term() {
        return Objects.requireNonNull(item.term());
    }

    private int months() {
        return Math.toIntExact(Objects.requireNonNull(item.months()));
    }

    /** What it costs is not known yet. */
    PaidTerm seatTerm(Instant at) {
        int periods = Math.toIntExact(item.periodsOrOne());
        var until = BusinessTime.plusMonths(at, term().months(periods));
        return new PaidTerm(at, until, term(), periods, Money.ZERO);
    }

    PaidTerm chatTerm(Instant at) {
        return new PaidTerm(at, new ChatMonths(at).endOf(months()), Term.MONTH, months(), Money.ZERO);
    }

    PaidTerm numberTerm(Instant at) {
        return new PaidTerm(at, BusinessTime.plusMonths(at, months()), Term.MONTH, months(), Money.ZERO);
    }
}
