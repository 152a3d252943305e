package io.minutebook.billing.refunds;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.Money;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.Refused;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a refund comes to: what was really paid less what was used, at the discount in force now, rounded once. Nothing
 * comes back of vouchers, nor of a term that is over.
 */
public final class RefundPolicy {

    private final RefundTerms terms;

    public RefundPolicy(RefundTerms terms) {
        this.terms = terms;
    }

    /** {@link Refused} with the strongest reason where nothing is refunded. */
    public RefundDecision decide(RefundCase asked) {
        new RefundObjections(terms, asked).strongest().ifPresent(objection -> {
            throw new Refused(objection.reason(), objection.detail());
        });
        return switch (asked.held()) {
            case Held.OfMinutes pack -> decision(RefundRule.UNUSED_MINUTES, asked, List.of(unused(pack, asked)));
            case Held.OfNumber number -> decision(RefundRule.UNUSED_DAYS, asked, unused(number, asked));
            case Held.OfSeats _ -> decision(RefundRule.FULL_WITHIN_DAYS, asked, all(asked));
            case Held.OfNothing nothing -> throw new IllegalStateException(nothing.why());
        };
    }

    /** The first instant at which time alone changes the figures; empty where it never does. */
    Optional<Instant> holdsUntil(RefundCase asked) {
        return new FiguresHold(terms, asked.at()).until(asked.held());
    }

    private static RefundLine unused(Held.OfMinutes pack, RefundCase asked) {
        var purchase = asked.purchases().getFirst();
        var consumed = Fraction.of(pack.unitPrice().times(pack.drawn().value())).times(asked.discountNow());
        return new RefundLine(purchase, consumed, "%s - %s x %s%s"
                .formatted(purchase.returnable(), pack.drawn(), pack.unitPrice(), discount(asked)));
    }

    private static List<RefundLine> unused(Held.OfNumber number, RefundCase asked) {
        return IntStream.range(0, number.terms().size())
                .filter(term -> number.terms().get(term).until().isAfter(asked.at()))
                .mapToObj(term -> unused(number.terms().get(term), asked.purchases().get(term), asked))
                .toList();
    }

    private static RefundLine unused(PaidTerm term, Purchase purchase, RefundCase asked) {
        long used = term.usedDays(asked.at());
        var consumed = Fraction.of(purchase.listPrice())
                .times(Fraction.of(used, term.days()))
                .times(asked.discountNow());
        return new RefundLine(purchase, consumed, "%s - %s x %s / %s%s"
                .formatted(purchase.returnable(), purchase.listPrice(), used, term.days(), discount(asked)));
    }

    private static List<RefundLine> all(RefundCase asked) {
        return asked.purchases().stream()
                .map(purchase -> new RefundLine(
                        purchase, Fraction.ZERO, purchase.returnable().toString()))
                .toList();
    }

    private static String discount(RefundCase asked) {
        return asked.discountNow().equals(Fraction.ONE) ? "" : " x " + asked.discountNow();
    }

    private static RefundDecision decision(RefundRule rule, RefundCase asked, List<RefundLine> lines) {
        var split = new Shares(lines).split();
        var paid = lines.stream().map(line -> line.purchase().returnable()).toList();
        return new RefundDecision(
                rule,
                rule.version(),
                lines.stream().map(line -> line.purchase().orderId()).distinct().toList(),
                Money.sum(paid),
                Fraction.sum(lines.stream().map(RefundLine::consumed).toList()),
                asked.discountNow(),
                formula(lines) + " = " + split.total(),
                RoundingMode.HALF_UP,
                split);
    }

    /** Where more was used than paid, the floor is part of the formula. */
    private static String formula(List<RefundLine> lines) {
        return lines.stream()
                .map(line -> isFloored(line) ? "max(0, " + line.formula() + ")" : line.formula())
                .collect(Collectors.joining(" + "));
    }

    private static boolean isFloored(RefundLine line) {
        return line.consumed().compareTo(Fraction.of(line.purchase().returnable())) > 0;
    }
}
