package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * The account broke a rule of access.
 *
 * @param finding what was found, in words
 * @param foundBy the key of who decided it
 * @param standing how the account stands with it
 */
@Stored(name = "account.violation-found", version = 1)
public record ViolationFound(
        AccountId accountId,
        CaseNumber violationId,
        ViolationRule rule,
        String finding,
        String foundBy,
        Instant foundAt,
        Standing standing)
        implements AccountEvent {}
