package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.account.AccountRefusal;
import io.minutebook.reporting.accounts.AccountView;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.reporting.projections.ReadBarrier;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Tells an account without packs or usage from one that does not exist. */
@Component
class RegisteredAccounts {

    private final Accounts accounts;
    private final ReadBarrier barrier;
    private final InstantSource ledgerClock;

    RegisteredAccounts(Accounts accounts, ReadBarrier barrier, InstantSource ledgerClock) {
        this.accounts = accounts;
        this.barrier = barrier;
        this.ledgerClock = ledgerClock;
    }

    /** For requests that are no GET and so have not waited for the read models yet. */
    void requireAfterCatchingUp(AccountId accountId) {
        barrier.await(barrier.head());
        get(accountId);
    }

    AccountView get(AccountId accountId) {
        return accounts.find(accountId, ledgerClock.instant()).orElseThrow(() -> new Refused(
                AccountRefusal.UNKNOWN_ACCOUNT,
                "No account " + accountId + "; register it with PUT /api/v1/accounts/" + accountId + "."));
    }
}
