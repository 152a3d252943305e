package io.minutebook.reporting.projections;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.usage.UsageEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/** Events of one account are handled one after the other, in their order. */
final class PerAccount implements SequencingPolicy<EventMessage<?>> {

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> message) {
        return switch (message.getPayload()) {
            case AccountEvent event -> event.accountId().value();
            case OrderPlaced event -> event.accountId().value();
            case PackEvent event -> accountOf(event).value();
            case UsageEvent event -> event.usage().record().accountId().value();
            default -> "none";
        };
    }

    private static AccountId accountOf(PackEvent event) {
        return switch (event) {
            case PackGranted granted -> granted.accountId();
            case MinutesDrawn drawn -> drawn.usage().record().accountId();
            case PackExpired expired -> expired.accountId();
            case DrawReversed reversed -> reversed.usage().record().accountId();
        };
    }
}
