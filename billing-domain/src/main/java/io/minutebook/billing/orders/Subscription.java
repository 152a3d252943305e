package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.usage.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a line says about a plan, an add-on or a number that is paid by the term.
 *
 * @param applicationId null for a number, which belongs to the account
 * @param edition null for what has none: numbers and chat licences
 * @param region of chat alone
 * @param term what the unit price is for
 * @param periods how many of them
 * @param planId the plan that an add-on extends and ends with
 * @param autoRenew of numbers alone
 */
public record Subscription(
        @Nullable Long applicationId,
        @Nullable Edition edition,
        @Nullable Region region,
        Term term,
        int periods,
        @Nullable ResourceId planId,
        @Nullable Boolean autoRenew) {

    Subscription extending(ResourceId plan) {
        return new Subscription(applicationId, edition, region, term, periods, plan, autoRenew);
    }
}
