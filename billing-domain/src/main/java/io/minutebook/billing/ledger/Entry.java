package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Postings of one customer that belong together; they sum to zero, or else there is no such entry.
 *
 * @param month which may be later than that of the instant: a late record is booked in a month that is open
 */
public record Entry(
        EntryKind kind,
        AccountId accountId,
        Instant at,
        BillingMonth month,
        @Nullable OrderId orderId,
        List<Posting> postings) {

    public Entry {
        postings = List.copyOf(postings);
        var sum = Money.sum(postings.stream().map(Posting::amount).toList());
        if (!sum.isZero()) throw new IllegalArgumentException(kind + " is out of balance by " + sum);
        if (postings.isEmpty()) throw new IllegalArgumentException(kind + " without a posting");
    }
}
