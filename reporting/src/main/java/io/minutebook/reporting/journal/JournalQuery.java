package io.minutebook.reporting.journal;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which postings are asked for.
 *
 * @param accountId null for those of all
 * @param now up to when days count as elapsed
 */
public record JournalQuery(BillingMonth month, @Nullable AccountId accountId, Instant now) {}
