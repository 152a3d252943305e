package io.minutebook.billing.orders;

import static io.minutebook.billing.catalogue.PricingRefusal.ABOVE_MAXIMUM;
import static io.minutebook.billing.catalogue.PricingRefusal.BELOW_MINIMUM;
import static io.minutebook.billing.catalogue.PricingRefusal.MALFORMED_REQUEST;
import static io.minutebook.billing.catalogue.PricingRefusal.OFF_STEP;
import static io.minutebook.billing.catalogue.PricingRefusal.PRODUCT_NOT_ON_SALE;
import static io.minutebook.billing.catalogue.PricingRefusal.QUANTITY_NOT_POSITIVE;
import static io.minutebook.billing.catalogue.PricingRefusal.TERM_INVALID;

import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.Periods;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.usage.Region;
import java.util.Optional;
import java.util.function.Function;

/** What one item must keep for its product, whatever else is ordered; the first rule it breaks is told. */
record ItemRules(OrderItem item) {

    Optional<Objection> objection(Product product) {
        return malformed(product)
                .or(() -> region(product))
                .or(() -> quantity(product))
                .or(() -> term(product));
    }

    /** A field that the product needs and lacks, or has no use for. */
    private Optional<Objection> malformed(Product product) {
        return switch (product) {
            case FixedPack _, CustomPack _ -> fields(false, false, false);
            case SeatPlan _, SeatAddOn _ -> fields(true, false, false);
            case NumberRent _ -> fields(false, false, true);
            case ChatPlan _, ChatLicence _, MessagePack _ -> fields(true, true, false);
        };
    }

    private Optional<Objection> fields(boolean application, boolean region, boolean autoRenew) {
        if (application != (item.applicationId() != null)) return misplaced("applicationId", application);
        if (region != (item.region() != null)) return misplaced("region", region);
        if (item.autoRenew() != null && !autoRenew) return misplaced("autoRenew", false);
        return Optional.empty();
    }

    private Optional<Objection> misplaced(String field, boolean needed) {
        var rule = needed ? "needs " + field + "; give it" : "takes no " + field + "; leave it out";
        return Objection.to(item, MALFORMED_REQUEST, rule);
    }

    private Optional<Objection> region(Product product) {
        return switch (product) {
            case ChatPlan plan -> soldIn(plan::price);
            case ChatLicence licence -> soldIn(licence::price);
            case MessagePack pack -> soldIn(pack::price);
            case FixedPack _, CustomPack _, SeatPlan _, SeatAddOn _, NumberRent _ -> Optional.empty();
        };
    }

    private Optional<Objection> soldIn(Function<Region, Optional<UnitPrice>> price) {
        var region = item.region();
        if (region == null || price.apply(region).isPresent()) return Optional.empty();
        return Objection.to(item, PRODUCT_NOT_ON_SALE, "is not on sale now for " + region + "; choose another region");
    }

    private Optional<Objection> quantity(Product product) {
        return switch (product) {
            case FixedPack _ -> pieces("has a fixed size; give a quantity, no minutes", Long.MAX_VALUE);
            case CustomPack pack -> size(pack);
            case SeatPlan plan -> pieces(plan.maximum());
            case SeatAddOn addOn -> pieces(addOn.maximum());
            case NumberRent rent -> pieces(rent.maximum());
            case ChatPlan plan -> pieces(plan.maximum());
            case ChatLicence licence -> pieces(licence.maximum());
            case MessagePack _ -> pieces(Long.MAX_VALUE);
        };
    }

    private Optional<Objection> pieces(long maximum) {
        return pieces("is sold by quantity; give no minutes", maximum);
    }

    private Optional<Objection> pieces(String noMinutes, long maximum) {
        if (item.minutes() != null) return Objection.to(item, QUANTITY_NOT_POSITIVE, noMinutes);
        if (item.quantityOrOne() < 1) {
            return Objection.to(item, QUANTITY_NOT_POSITIVE, "is sold from quantity 1 on");
        }
        if (item.quantityOrOne() > maximum) {
            return Objection.to(item, ABOVE_MAXIMUM, "is sold up to quantity " + maximum + " an item");
        }
        return Optional.empty();
    }

    private Optional<Objection> size(CustomPack pack) {
        long minutes = item.minutesOrNone();
        var sizes = "; give minutes from " + pack.minimum() + " in steps of " + pack.step();
        if (item.quantityOrOne() != 1) {
            return Objection.to(item, QUANTITY_NOT_POSITIVE, "is one pack, without a quantity" + sizes);
        }
        if (minutes < 1) return Objection.to(item, QUANTITY_NOT_POSITIVE, "is sold by its minutes" + sizes);
        if (minutes < pack.minimum().value()) {
            return Objection.to(item, BELOW_MINIMUM, "is not sold with " + minutes + " minutes" + sizes);
        }
        if (minutes > pack.maximum().value()) {
            return Objection.to(item, ABOVE_MAXIMUM, "holds at most " + pack.maximum() + " minutes" + sizes);
        }
        if (minutes % pack.step().value() != 0) {
            return Objection.to(item, OFF_STEP, "is not sold with " + minutes + " minutes" + sizes);
        }
        return Optional.empty();
    }

    private Optional<Objection> term(Product product) {
        return switch (product) {
            case FixedPack _, CustomPack _, MessagePack _ -> noTerm();
            case SeatPlan plan -> seatTerm(plan);
            case SeatAddOn _ -> addOnTerm();
            case NumberRent rent -> months(rent.months());
            case ChatPlan plan -> months(plan.months());
            case ChatLicence _ -> licenceTerm();
        };
    }

    private Optional<Objection> noTerm() {
        if (!item.hasTerm() && item.months() == null) return Optional.empty();
        return invalid("is valid for one year; give no term, periods or months");
    }

    private Optional<Objection> seatTerm(SeatPlan plan) {
        if (item.months() != null) return invalid("is paid by term; give MONTH or YEAR and periods, no months");
        if (item.term() == null) return invalid("needs a term; give MONTH or YEAR");
        var price = plan.price(item.term());
        if (price.isEmpty()) return invalid("is not sold by the " + item.term() + "; choose another term");
        var offered = price.get().periods();
        if (offered.offers(item.periodsOrOne())) return Optional.empty();
        return invalid("is paid for " + offered + " periods of a " + item.term() + " at once; give so many");
    }

    private Optional<Objection> addOnTerm() {
        if (item.months() != null) return invalid("has the term of its plan; give no months");
        if (item.periodsOrOne() < 1) return invalid("has the term of its plan; leave periods out");
        return Optional.empty();
    }

    private Optional<Objection> months(Periods offered) {
        if (item.hasTerm()) return invalid("is paid by the month; give months, no term or periods");
        if (item.months() != null && offered.offers(item.months())) return Optional.empty();
        return invalid("is paid for " + offered + " months at once; give so many");
    }

    private Optional<Objection> licenceTerm() {
        if (item.hasTerm()) return invalid("has the months of its plan; give no term or periods");
        if (item.months() != null && item.months() < 1) return invalid("has the months of its plan; leave months out");
        return Optional.empty();
    }

    private Optional<Objection> invalid(String rule) {
        return Objection.to(item, TERM_INVALID, rule);
    }
}
