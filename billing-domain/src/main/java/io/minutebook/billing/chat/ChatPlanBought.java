package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Region;
import java.util.List;

/**
 * A chat plan of an application and a region was bought.
 *
 * @param licences how many licences the plans come to
 * @param allowances the bot messages each of its months includes
 */
@Stored(name = "chat.chat-plan-bought", version = 1)
public record ChatPlanBought(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        long applicationId,
        Region region,
        ProductCode product,
        Edition edition,
        long quantity,
        long licences,
        PaidTerm term,
        List<MessageAllowance> allowances)
        implements ChatEvent {

    public ChatPlanBought {
        allowances = List.copyOf(allowances);
    }
}
