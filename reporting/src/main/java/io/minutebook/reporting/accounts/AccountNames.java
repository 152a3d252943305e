package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.reporting.feed.LedgerEvents;
import java.util.Optional;

/** What accounts were called: a document of a closed month bears the name of its time for ever. */
public final class AccountNames {

    private final LedgerEvents events;

    public AccountNames(LedgerEvents events) {
        this.events = events;
    }

    /** By the events before that position; empty where the account came later. */
    public Optional<String> before(AccountId accountId, long boundary) {
        var name = new String[1];
        events.eachOf("account-" + accountId, (event, position) -> {
            if (position >= boundary) return;
            if (event instanceof AccountRegistered registered) name[0] = registered.name();
            if (event instanceof AccountDetailsChanged changed) name[0] = changed.name();
        });
        return Optional.ofNullable(name[0]);
    }
}
