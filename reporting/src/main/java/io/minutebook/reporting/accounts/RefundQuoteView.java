package io.minutebook.reporting.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.Money;
import io.minutebook.billing.refunds.RefundQuote;
import io.minutebook.billing.refunds.Split;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refund would come to.
 *
 * @param code why nothing is refunded; absent where it is
 * @param detail the same in words
 * @param validUntil the first instant at which time alone changes the figures; null where nothing is refunded
 */
public record RefundQuoteView(
        String quoteId,
        String resourceId,
        boolean refundable,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail,
        Money amount,
        String consumed,
        String formula,
        Split split,
        @Nullable Instant validUntil,
        List<String> notes) {

    public static RefundQuoteView of(RefundQuote quote) {
        var refused = quote.refused();
        return new RefundQuoteView(
                quote.quoteId(),
                quote.resourceId().value(),
                refused == null,
                refused == null ? null : refused.reason().name(),
                refused == null ? null : refused.detail(),
                quote.amount(),
                quote.consumed().toString(),
                quote.formula(),
                quote.split(),
                quote.validUntil(),
                quote.notes());
    }
}
