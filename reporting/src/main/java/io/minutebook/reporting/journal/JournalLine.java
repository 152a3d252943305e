package io.minutebook.reporting.journal;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ledger.EntryKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A posting of the journal.
 *
 * @param entry names the entry, whose postings sum to zero and stand next to each other
 * @param position of the event that moved the value; null of what draws, days and lapses came to
 * @param at of draws and days the last millisecond of the month
 * @param amount above zero a debit, below a credit
 */
public record JournalLine(
        String entry,
        @Nullable Long position,
        BillingMonth month,
        Instant at,
        EntryKind kind,
        AccountId accountId,
        String ledgerAccount,
        Money amount,
        @Nullable String resourceId,
        @Nullable OrderId orderId) {}
