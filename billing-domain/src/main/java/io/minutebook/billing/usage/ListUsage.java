package io.minutebook.billing.usage;

import io.minutebook.billing.AccountId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put usage that costs no minutes on the account's list, in the order given. */
public record ListUsage(AccountId accountId, List<DeliveredUsage> usages) {

    public ListUsage {
        usages = List.copyOf(usages);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return UsageLogAggregate.streamOf(accountId);
    }
}
