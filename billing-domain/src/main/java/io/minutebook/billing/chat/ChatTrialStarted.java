package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;

/**
 * An application was given a chat plan to try, at no price.
 *
 * @param number which of the application's trials it is, from 1 on
 */
@Stored(name = "chat.chat-trial-started", version = 1)
public record ChatTrialStarted(
        AccountId accountId,
        ResourceId resourceId,
        long applicationId,
        Region region,
        ProductCode product,
        Edition edition,
        long licences,
        int number,
        Instant startedAt,
        Instant validUntil,
        List<MessageAllowance> allowances)
        implements ChatEvent {

    public ChatTrialStarted {
        allowances = List.copyOf(allowances);
    }
}
