package io.minutebook.billing.ledger;

import io.minutebook.billing.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry.
 *
 * @param amount above zero a debit, below a credit
 * @param resourceId the pack or what else was bought that it is about
 */
public record Posting(LedgerAccount account, Money amount, @Nullable String resourceId) {

    public Posting {
        if (amount.isZero()) throw new IllegalArgumentException("a posting of nothing");
    }
}
