package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.months.Known;
import org.jspecify.annotations.Nullable;

/** One account's usage of one month, of one meter or application only where given. */
public record UsageQuery(
        AccountId accountId, BillingMonth month, @Nullable Meter meter, @Nullable Long applicationId, Known known) {

    /** As it is booked. */
    public UsageQuery(
            AccountId accountId, BillingMonth month, @Nullable Meter meter, @Nullable Long applicationId) {
        this(accountId, month, meter, applicationId, Known.CLOSED);
    }

    public static UsageQuery all(AccountId accountId, BillingMonth month) {
        return new UsageQuery(accountId, month, null, null);
    }
}
