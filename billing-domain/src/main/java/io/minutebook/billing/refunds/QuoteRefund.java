package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;

/** Tell what a refund would come to; nothing is stored. Answered with {@link RefundQuote}. */
public record QuoteRefund(AccountId accountId, ResourceId resourceId, Instant at) {}
