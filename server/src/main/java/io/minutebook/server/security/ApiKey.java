package io.minutebook.server.security;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the ledger knows it, without its secret.
 *
 * @param id named as the actor of the events it causes
 * @param accountId the only account it may see; null where it is not bound to one
 */
public record ApiKey(
        String id,
        KeyRole role,
        @Nullable AccountId accountId,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    boolean isBoundTo(@Nullable String account) {
        return accountId != null && accountId.value().equals(account);
    }
}
