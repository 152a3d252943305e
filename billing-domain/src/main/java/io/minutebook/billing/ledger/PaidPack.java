package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.PackId;
import io.minutebook.billing.packs.Balance;

/**
 * A pack that was paid for. What was paid is income to the share of the minutes drawn, stays deferred for those that
 * remain, and is breakage for all others; the three are the whole at each balance.
 */
public record PaidPack(AccountId accountId, PackId packId, Money paid) {

    /** Where what was paid for a pack stands. */
    record Value(Money deferred, Money earned, Money broken) {}

    Value at(Balance balance) {
        long granted = balance.granted().value();
        var released = Share.of(paid, granted - balance.remaining().value(), granted);
        var earned = Share.of(paid, balance.drawn().value(), granted);
        return new Value(paid.minus(released), earned, released.minus(earned));
    }

    /** Posts what lies between two balances; what was neither drawn nor remains goes to the account of what was lost. */
    void post(Balance before, Balance after, LedgerAccount income, LedgerAccount lost, Postings postings) {
        var was = at(before);
        var is = at(after);
        var pack = packId.value();
        postings.debit(LedgerAccount.DEFERRED_PACKS, was.deferred().minus(is.deferred()), pack);
        postings.credit(income, is.earned().minus(was.earned()), pack);
        postings.credit(lost, is.broken().minus(was.broken()), pack);
    }
}
