package io.minutebook.billing.orders;

import io.minutebook.billing.Lease;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What falls on the days that are left of paid terms. */
final class Shares {

    private Shares() {}

    /** The price of so many pieces for what is left of each term. */
    static List<DayShare> ofRest(Lease lease, Instant at, Function<Term, UnitPrice> price, long quantity) {
        return left(lease, at).stream()
                .map(term -> {
                    long pieces = Math.multiplyExact(quantity, term.periods());
                    var whole = new UnitPrice(price.apply(term.unit()).times(pieces));
                    return new DayShare(whole, term.restDays(at), term.days());
                })
                .toList();
    }

    /** The part of what terms cost that is not used yet. */
    static List<DayShare> unused(Lease lease, Instant at) {
        return left(lease, at).stream()
                .map(term -> new DayShare(
                        new UnitPrice(term.cost().toYuan()), term.restDays(at), term.days()))
                .toList();
    }

    private static List<PaidTerm> left(Lease lease, Instant at) {
        return lease.terms().stream().filter(term -> term.restDays(at) > 0).toList();
    }
}
