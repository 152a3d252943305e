package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A term that was paid for. What was paid becomes income by the elapsed day; days are counted back from the end, so
 * that what is deferred is always the price of the started days that are left.
 *
 * @param endedAt when it ended before its time; null of one that runs its course
 */
public record RunningTerm(
        AccountId accountId,
        ResourceId resourceId,
        OrderId orderId,
        Instant from,
        Instant until,
        Money paid,
        @Nullable Instant endedAt) {

    private static final Duration DAY = Duration.ofDays(1);

    public RunningTerm {
        if (!until.isAfter(from)) throw new IllegalArgumentException("a term that ends before it begins");
    }

    /** What its elapsed days came to until then; not what was left when it ended early. */
    public Money earnedBy(Instant at) {
        var reached = endedAt != null && endedAt.isBefore(at) ? endedAt : at;
        if (!reached.isAfter(from)) return Money.ZERO;
        if (!reached.isBefore(until)) return paid;
        long days = startedDays(from, until);
        return Share.of(paid, days - startedDays(reached, until), days);
    }

    /** What is not earned yet. */
    Money leftAt(Instant at) {
        return paid.minus(earnedBy(at));
    }

    boolean isOverBy(Instant at) {
        return endedAt != null || !until.isAfter(at);
    }

    RunningTerm endedAt(Instant at) {
        return new RunningTerm(accountId, resourceId, orderId, from, until, paid, at);
    }

    private static long startedDays(Instant from, Instant until) {
        return Math.ceilDiv(Duration.between(from, until).toMillis(), DAY.toMillis());
    }

    /** What the days of a month came to so far, dated at its end; none where no day of it has elapsed. */
    public Optional<Entry> daysElapsed(BillingMonth month, Instant now) {
        var end = month.next().start();
        var earned = earnedBy(now.isBefore(end) ? now : end)
                .minus(earnedBy(now.isBefore(month.start()) ? now : month.start()));
        return new Postings()
                .debit(LedgerAccount.DEFERRED_TERMS, earned, resourceId.value())
                .credit(LedgerAccount.INCOME_TERMS, earned, resourceId.value())
                .entry(EntryKind.DAYS_ELAPSED, accountId, end.minusMillis(1), month, orderId);
    }
}
