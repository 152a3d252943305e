package io.minutebook.billing.catalogue;

import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What extends a seat plan of its edition and ends with it: an extra seat, or a SIP phone, which is no seat.
 *
 * @param seats how many seats each is
 * @param upgradesTo what it becomes when its plan is upgraded; null of the highest edition
 */
public record SeatAddOn(
        ProductCode code,
        Family family,
        Edition edition,
        long seats,
        long maximum,
        List<TermPrice> prices,
        @Nullable ProductCode upgradesTo)
        implements Product {

    public SeatAddOn {
        prices = List.copyOf(prices);
        Prices.requireTerms(prices);
        Prices.requireMaximum(maximum);
    }

    public Optional<TermPrice> price(Term term) {
        return prices.stream().filter(price -> price.term() == term).findFirst();
    }
}
