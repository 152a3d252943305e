package io.minutebook.billing.catalogue;

import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan of one edition with the seats it includes, paid by the month or by the year.
 *
 * @param upgradesTo the plan of the next higher edition; null of the highest
 */
public record SeatPlan(
        ProductCode code,
        Family family,
        Edition edition,
        long seats,
        long maximum,
        List<TermPrice> prices,
        @Nullable ProductCode upgradesTo)
        implements Product {

    public SeatPlan {
        prices = List.copyOf(prices);
        Prices.requireTerms(prices);
        Prices.requireMaximum(maximum);
        if (seats < 1) throw new IllegalArgumentException("a plan includes no seats");
    }

    public Optional<TermPrice> price(Term term) {
        return prices.stream().filter(price -> price.term() == term).findFirst();
    }
}
