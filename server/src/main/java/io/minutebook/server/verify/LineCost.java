package io.minutebook.server.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a line of an order should cost by what it says of its list price, discount and days. A line of an order that is
 * rounded as a whole may be less than a fen away from it.
 */
record LineCost(Part line) {

    private static final BigDecimal FEN = new BigDecimal("0.01");
    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);
    /** Far more than any share needs to be rounded aright. */
    private static final int SCALE = 40;
    private static final int GUARD = 20;

    boolean isAsStated() {
        var amount = new BigDecimal(line.text("amount"));
        if (isByDays()) return amount.compareTo(expected()) == 0;
        return amount.subtract(expected()).abs().compareTo(FEN) < 0;
    }

    BigDecimal expected() {
        return isByDays() ? byDays(line.part("calculation")) : whole();
    }

    private boolean isByDays() {
        return line.node().has("calculation");
    }

    private BigDecimal whole() {
        var listed = new BigDecimal(line.text("listPrice"));
        if (!line.node().has("discountedBy")) return listed;
        var terms = line.part("discountedBy").part("terms");
        var rate = terms.textOrNull("rate");
        return rate == null ? atOwnPrice(listed, terms) : listed.multiply(new BigDecimal(rate));
    }

    /** As many units as are listed, at the own price of each; it is of a month where a year is listed. */
    private BigDecimal atOwnPrice(BigDecimal listed, Part terms) {
        var price = new BigDecimal(terms.text("unitPrice"));
        boolean isByYears = line.node().has("subscription") && line.part("subscription").text("term").equals("YEAR");
        if (isByYears) price = price.multiply(MONTHS_OF_A_YEAR);
        var unitPrice = new BigDecimal(line.text("unitPrice"));
        if (unitPrice.signum() == 0) throw new Misshapen(line.path() + " has an own price where nothing is to be paid");
        return listed.multiply(price).divide(unitPrice, SCALE, RoundingMode.HALF_UP);
    }

    private static BigDecimal byDays(Part how) {
        var rate = how.textOrNull("rate");
        var price = shares(how, how.node().has("own") ? "own" : "price")
                .multiply(rate == null ? BigDecimal.ONE : new BigDecimal(rate));
        var amount = price.subtract(shares(how, "credit")).setScale(GUARD, RoundingMode.HALF_UP);
        return amount.setScale(2, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
    }

    private static BigDecimal shares(Part how, String name) {
        var sum = BigDecimal.ZERO;
        for (var share : how.parts(name)) {
            var price = new BigDecimal(share.text("price")).multiply(BigDecimal.valueOf(share.number("restDays")));
            sum = sum.add(price.divide(BigDecimal.valueOf(share.number("termDays")), SCALE, RoundingMode.HALF_UP));
        }
        return sum;
    }
}
