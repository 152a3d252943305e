package io.minutebook.billing.refunds;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.Stored;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a legal entity may do once over all its accounts: one event for ever. */
@AggregateRoot(type = "entity")
@Stored(name = "refunds.legal-entity", version = 1)
public class LegalEntityAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private boolean hadFullRefund;

    LegalEntityAggregate() {}

    public static String streamOf(String legalEntityId) {
        return "entity-" + legalEntityId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(AskFullRefund command) {
        stream = command.stream();
        return hadFullRefund;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClaimFullRefund command) {
        apply(command.claim());
    }

    @EventSourcingHandler
    void on(FullRefundClaimed event) {
        stream = streamOf(event.legalEntityId());
        hadFullRefund = true;
    }
}
