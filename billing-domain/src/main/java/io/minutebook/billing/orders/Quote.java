package io.minutebook.billing.orders;

import io.minutebook.billing.Money;
import java.util.List;

/** What items cost at an instant: payable = listPrice - discount, and the lines sum to each of them. */
public record Quote(
        String priceBookVersion,
        List<QuotedLine> lines,
        Money listPrice,
        Money discount,
        Money payable,
        List<String> warnings) {

    public Quote {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }
}
