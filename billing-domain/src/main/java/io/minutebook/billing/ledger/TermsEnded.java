package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.numbers.NumberDeregistered;
import java.time.Instant;
import java.util.List;

/** All terms of a resource were over at an instant, whether or not they had run their course. */
public record TermsEnded(AccountId accountId, ResourceId resourceId, Instant at) {

    /** What an event ended; an end that was due ends nothing early. */
    public static List<TermsEnded> by(Object event) {
        return switch (event) {
            case NumberDeregistered given ->
                List.of(new TermsEnded(given.accountId(), given.resourceId(), given.deregisteredAt()));
            default -> List.of();
        };
    }

    /** What was left of them then goes from what is deferred to another account. */
    void post(Purchases purchases, LedgerAccount to, Postings postings) {
        var id = resourceId.value();
        for (var term : purchases.termsOf(resourceId)) {
            if (term.isOverBy(at)) continue;
            postings.debit(LedgerAccount.DEFERRED_TERMS, term.leftAt(at), id).credit(to, term.leftAt(at), id);
        }
    }
}
