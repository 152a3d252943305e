package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Give a resource back for money, all or nothing; answered with {@link RefundGranted}.
 *
 * @param quoteId the figures that were shown; null takes those of now
 */
public record RequestRefund(AccountId accountId, ResourceId resourceId, @Nullable String quoteId, Instant at) {}
