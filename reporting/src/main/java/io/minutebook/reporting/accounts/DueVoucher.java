package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import java.time.Instant;

/** An account with something left on vouchers whose validity ended at the instant given. */
public record DueVoucher(AccountId accountId, Instant validUntil) {}
