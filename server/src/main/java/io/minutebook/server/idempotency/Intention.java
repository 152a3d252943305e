package io.minutebook.server.idempotency;

import io.minutebook.billing.AccountId;

/**
 * What a caller wants to have done once.
 *
 * @param path the collection it is sent to, within the account
 * @param body the request as it was understood: two bodies that mean the same are the same
 */
public record Intention(AccountId accountId, String path, IdempotencyKey key, Object body) {}
