package io.minutebook.billing.refunds;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceState;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.usage.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refunds as they are asked for, of an account in good standing unless it is said. */
final class Cases {

    static final ResourceId RESOURCE = new ResourceId("R000000000007");

    private Cases() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8));
    }

    static ProductCode product(String code) {
        return new ProductCode(code);
    }

    static Money yuan(String amount) {
        return Money.yuan(amount);
    }

    static Paid cash(String amount) {
        return new Paid(Money.ZERO, Money.ZERO, Money.ZERO, yuan(amount));
    }

    static Purchase bought(String list, Paid paid, String boughtAt) {
        return new Purchase(new OrderId("O000000000001"), at(boughtAt), yuan(list), paid, true);
    }

    static Held.OfMinutes pack(Meter meter, long drawn, String unitPrice) {
        return new Held.OfMinutes(meter, new Minutes(drawn), UnitPrice.of(unitPrice), at("2026-01-11T00:00"));
    }

    /** With a term between each edge and the next. */
    static Held.OfNumber number(String... edges) {
        var terms = new ArrayList<PaidTerm>();
        for (int i = 1; i < edges.length; i++) {
            terms.add(new PaidTerm(at(edges[i - 1]), at(edges[i]), Term.MONTH, 1, Money.ZERO));
        }
        return new Held.OfNumber(terms, ResourceState.ACTIVE);
    }

    static Held.OfSeats seats(String boughtAt, String until) {
        return new Held.OfSeats(at(boughtAt), at(until), ResourceState.ACTIVE);
    }

    static RefundCase asked(Held held, String at, Purchase... purchases) {
        return asked(held, at, Standing.GOOD, "1", purchases);
    }

    static RefundCase asked(Held held, String at, Standing standing, String discountNow, Purchase... purchases) {
        return new RefundCase(
                RESOURCE, new ProductCode("any"), held, List.of(purchases), Fraction.of(new BigDecimal(discountNow)),
                standing, false, null, false, at(at));
    }

    static RefundCase with(RefundCase asked, boolean refunded, @Nullable String veto, boolean fullRefundUsed) {
        return new RefundCase(
                asked.resourceId(), asked.product(), asked.held(), asked.purchases(), asked.discountNow(),
                asked.standing(), refunded, veto, fullRefundUsed, asked.at());
    }
}
