package io.minutebook.server.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Works out anew what each line of an order costs under its discount, and sees that the discount was set before, for
 * that account and product, and was in force.
 */
final class DiscountAudit implements EventCheck {

    private final Findings findings;
    /** Own prices by account and name. */
    private final Map<String, String> own = new HashMap<>();
    /** Each promotion as it was ever announced, for each of its products. */
    private final Set<String> promotions = new HashSet<>();

    DiscountAudit(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Fact fact) {
        var event = fact.part();
        switch (fact.type()) {
            case "discounts.account-price-set" -> own.put(
                    event.text("accountId") + " own-price-" + event.number("number"),
                    saidOf(event, event.text("product")));
            case "discounts.promotion-set" -> announced(event.part("promotion"));
            case "orders.order-placed" -> event.parts("lines").forEach(line -> sold(fact, event, line));
            default -> {}
        }
    }

    private void announced(Part promotion) {
        for (var product : promotion.texts("products")) {
            promotions.add(promotion.text("name") + " " + saidOf(promotion, product));
        }
    }

    /** What it says, by which the discount of a line is known again. */
    private static String saidOf(Part discount, String product) {
        var until = discount.textOrNull("until");
        return "%s for %s in [%s, %s) for %s, refundable %s".formatted(
                discount.part("terms").node(),
                product,
                discount.text("from"),
                until == null ? "ever" : until,
                discount.text("reason"),
                discount.flag("refundable"));
    }

    private void sold(Fact fact, Part order, Part line) {
        if (line.fen("discount") < 0) wrong(fact, line.path() + " has a discount below nothing");
        if (line.fen("amount") < 0) wrong(fact, line.path() + " costs less than nothing");
        var cost = new LineCost(line);
        if (!cost.isAsStated()) {
            wrong(fact, line.path() + ": " + line.text("amount") + ", expected " + cost.expected());
        }
        if (line.node().has("discountedBy")) discounted(fact, order, line, line.part("discountedBy"));
    }

    private void discounted(Fact fact, Part order, Part line, Part discount) {
        var said = saidOf(discount, line.text("product"));
        var name = discount.text("name");
        boolean isKnown = discount.text("source").equals("ACCOUNT")
                ? said.equals(own.get(order.text("accountId") + " " + name))
                : promotions.contains(name + " " + said);
        if (!isKnown) wrong(fact, line.path() + " is sold under " + name + ", which was never set so");
        long at = order.millis("placedAt");
        var until = discount.millisOrNull("until");
        if (at < discount.millis("from") || (until != null && at >= until)) {
            wrong(fact, line.path() + " is sold under " + name + ", which was not in force");
        }
    }

    private void wrong(Fact fact, String what) {
        findings.add(Invariant.I7, fact + ": " + what);
    }
}
