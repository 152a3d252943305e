package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pay for more time of a plan with all its add-ons, or of a number; answered with {@link OrderPlaced}.
 *
 * @param periods how many of its terms, of a number and of chat how many months; 1 when null
 */
public record RenewResource(AccountId accountId, ResourceId resourceId, @Nullable Long periods, Instant at) {}
