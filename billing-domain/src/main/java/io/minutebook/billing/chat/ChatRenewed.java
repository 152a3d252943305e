package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;

/**
 * A chat plan or its licences were paid for further months, which begin where the last one ends.
 *
 * @param allowances the bot messages that the further months include; none of licences
 */
@Stored(name = "chat.chat-renewed", version = 1)
public record ChatRenewed(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        long applicationId,
        Region region,
        Instant renewedAt,
        PaidTerm term,
        List<MessageAllowance> allowances)
        implements ChatEvent {

    public ChatRenewed {
        allowances = List.copyOf(allowances);
    }
}
