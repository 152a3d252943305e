package io.minutebook.server.security;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the ledger knows it, without its secret.
 *
 * @param id named as the actor of the events it causes
 * @param accounts the only ones it may see as a platform's; no other key has any
 */
public record ApiKey(
        String id,
        KeyRole role,
        Set<AccountId> accounts,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        accounts = Set.copyOf(accounts);
    }

    /** Whether an account is hidden from it; the text may be no account at all. */
    public boolean isHidden(String account) {
        return role == KeyRole.PLATFORM && !isBoundTo(account);
    }

    boolean isBoundTo(@Nullable String account) {
        return accounts.stream().anyMatch(own -> own.value().equals(account));
    }
}
