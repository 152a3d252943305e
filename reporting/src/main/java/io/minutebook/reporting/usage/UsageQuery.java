package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.months.Known;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One account's usage of one month, of some meters or one application only where given.
 *
 * @param meters all of them where there is none
 * @param text what a row's record, session, caller, callee or service number has in it
 */
public record UsageQuery(
        AccountId accountId,
        BillingMonth month,
        Set<Meter> meters,
        @Nullable Long applicationId,
        @Nullable String text,
        Known known) {

    public UsageQuery {
        meters = Set.copyOf(meters);
    }

    /** As it is booked. */
    public UsageQuery(AccountId accountId, BillingMonth month, @Nullable Meter meter, @Nullable Long applicationId) {
        this(accountId, month, meter == null ? Set.of() : Set.of(meter), applicationId, null, Known.CLOSED);
    }

    public static UsageQuery all(AccountId accountId, BillingMonth month) {
        return of(accountId, month, Set.of());
    }

    public static UsageQuery of(AccountId accountId, BillingMonth month, Set<Meter> meters) {
        return new UsageQuery(accountId, month, meters, null, null, Known.CLOSED);
    }

    public UsageQuery in(Known view) {
        return new UsageQuery(accountId, month, meters, applicationId, text, view);
    }
}
