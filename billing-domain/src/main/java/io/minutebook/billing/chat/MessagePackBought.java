package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;
import java.time.Instant;

/**
 * A pack of bot messages of an application was bought, usable in [boughtAt, validUntil).
 *
 * @param price of the whole pack, 0 while the promotion is in force
 */
@Stored(name = "chat.message-pack-bought", version = 1)
public record MessagePackBought(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        long applicationId,
        Region region,
        ProductCode product,
        long messages,
        UnitPrice price,
        Instant boughtAt,
        Instant validUntil)
        implements ChatEvent {}
