package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let lapse what is left on vouchers whose validity is over by then; a second time finds nothing. */
public record ExpireVouchers(AccountId accountId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}
