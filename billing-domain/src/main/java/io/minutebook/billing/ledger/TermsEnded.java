package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.seats.SeatsRefunded;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** All terms of a resource were over at an instant, whether or not they had run their course. */
public record TermsEnded(AccountId accountId, ResourceId resourceId, Instant at) {

    /** What an event ended; an end that was due ends nothing early. */
    public static List<TermsEnded> by(Object event) {
        return switch (event) {
            case NumberDeregistered given ->
                List.of(new TermsEnded(given.accountId(), given.resourceId(), given.deregisteredAt()));
            case NumberRefunded refunded ->
                List.of(new TermsEnded(refunded.accountId(), refunded.resourceId(), refunded.refundedAt()));
            case SeatsRefunded refunded -> Stream.concat(
                            Stream.of(refunded.resourceId()), refunded.addOns().stream())
                    .map(id -> new TermsEnded(refunded.accountId(), id, refunded.refundedAt()))
                    .toList();
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
