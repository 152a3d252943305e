package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import java.time.Instant;

/** Questions about how an account's balances changed; answered from its events, which are few. */
public final class FundsMovements {

    private final LedgerEvents events;

    public FundsMovements(LedgerEvents events) {
        this.events = events;
    }

    /**
     * A month's movements.
     *
     * @param now judges which vouchers have lapsed
     */
    public FundsStatement of(AccountId accountId, BillingMonth month, Instant now) {
        var changes = new FundsChanges();
        events.eachOf("account-" + accountId, (event, position) -> changes.add((AccountEvent) event, position));
        return changes.of(accountId, month, now);
    }
}
