package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;

/** A pool that holds minutes whose validity ended at the instant given. */
public record DuePack(AccountId accountId, Meter meter, Instant validUntil) {}
