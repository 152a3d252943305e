package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Stored;
import io.minutebook.billing.UnitPrice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application may use bot messages in [validFrom, validUntil): those of a bought pack, or those that a month of a
 * plan includes, which are drawn before any pack and are lost when the month is over.
 *
 * @param packId of a month the plan's id and the day it begins, as in {@code R000000000005-20250131}
 * @param product the pack, or the plan that includes them
 * @param unitPrice of one message, 0 where a plan includes them
 * @param orderId what paid for them; null of a trial
 */
@Stored(name = "packs.messages-granted", version = 1)
public record MessagesGranted(
        AccountId accountId,
        long applicationId,
        PackId packId,
        ProductCode product,
        long messages,
        UnitPrice unitPrice,
        boolean included,
        Instant validFrom,
        Instant validUntil,
        @Nullable OrderId orderId)
        implements PackEvent {}
