package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Fraction;
import io.minutebook.billing.Money;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refund would come to now; nothing is promised.
 *
 * @param quoteId names the figures, not the moment
 * @param refused why nothing is refunded; null where it is
 * @param consumed what is taken off, exactly
 * @param validUntil the first instant at which time alone changes the figures; null where it never does
 * @param notes what else to know
 */
public record RefundQuote(
        String quoteId,
        ResourceId resourceId,
        @Nullable Refused refused,
        Fraction consumed,
        String formula,
        Split split,
        @Nullable Instant validUntil,
        List<String> notes) {

    public RefundQuote {
        notes = List.copyOf(notes);
    }

    static RefundQuote of(RefundFile file, RefundDecision decision, @Nullable Instant validUntil) {
        var asked = file.asked();
        return new RefundQuote(
                QuoteId.of(file.account().id(), asked.resourceId(), decision),
                asked.resourceId(),
                null,
                decision.consumed(),
                decision.formula(),
                decision.split(),
                validUntil,
                file.notes());
    }

    static RefundQuote refused(AccountId accountId, ResourceId resourceId, Refused refused) {
        return new RefundQuote(
                QuoteId.ofRefusal(accountId, resourceId, refused.reason().name()),
                resourceId,
                refused,
                Fraction.ZERO,
                "",
                Split.NOTHING,
                null,
                List.of());
    }

    public Money amount() {
        return split.total();
    }
}
