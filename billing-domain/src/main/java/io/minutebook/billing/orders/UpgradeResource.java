package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import java.time.Instant;

/** Make a plan one of a higher edition for the rest of its time; answered with {@link OrderPlaced}. */
public record UpgradeResource(AccountId accountId, ResourceId resourceId, ProductCode product, Instant at) {}
