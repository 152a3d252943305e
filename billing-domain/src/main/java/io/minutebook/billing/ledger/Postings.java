package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the postings of an entry; what comes to nothing leaves none. */
public final class Postings {

    private final List<Posting> gathered = new ArrayList<>();

    public Postings debit(LedgerAccount account, Money amount, @Nullable String resourceId) {
        if (!amount.isZero()) gathered.add(new Posting(account, amount, resourceId));
        return this;
    }

    public Postings credit(LedgerAccount account, Money amount, @Nullable String resourceId) {
        return debit(account, Money.ZERO.minus(amount), resourceId);
    }

    Postings debit(LedgerAccount account, Money amount) {
        return debit(account, amount, null);
    }

    Postings credit(LedgerAccount account, Money amount) {
        return credit(account, amount, null);
    }

    /** In the month of the instant. */
    Optional<Entry> entry(EntryKind kind, AccountId accountId, Instant at) {
        return entry(kind, accountId, at, BillingMonth.of(at), null);
    }

    /** None where no value moved. */
    public Optional<Entry> entry(
            EntryKind kind, AccountId accountId, Instant at, BillingMonth month, @Nullable OrderId orderId) {
        if (gathered.isEmpty()) return Optional.empty();
        return Optional.of(new Entry(kind, accountId, at, month, orderId, gathered));
    }
}
