package io.minutebook.billing.refunds;

import io.minutebook.billing.Refused;

/** The figures are not those that were shown; it holds what they are now. */
public final class QuoteChanged extends Refused {

    private final transient RefundQuote quote;

    QuoteChanged(RefundQuote quote) {
        super(
                RefundRefusal.QUOTE_CHANGED,
                "The figures are no longer those of the quote: " + quote.formula() + "; look at them and confirm "
                        + quote.quoteId() + ".");
        this.quote = quote;
    }

    public RefundQuote quote() {
        return quote;
    }
}
