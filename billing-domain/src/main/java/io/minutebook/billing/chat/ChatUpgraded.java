package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * A chat plan became one of a higher edition; it keeps its id, its end and its messages.
 *
 * @param cost the price of the rest of the term less what was unused of the old edition
 */
@Stored(name = "chat.chat-upgraded", version = 1)
public record ChatUpgraded(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        ProductCode product,
        Edition edition,
        Instant upgradedAt,
        Instant validUntil,
        Money cost)
        implements ChatEvent {}
