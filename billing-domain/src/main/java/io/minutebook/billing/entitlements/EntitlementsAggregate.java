package io.minutebook.billing.entitlements;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of what one account used beyond its plans; an account that kept to them has an empty one. */
@AggregateRoot(type = "entitlements")
@Stored(name = "entitlements.exceeded", version = 1)
public class EntitlementsAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private Exceeded state = Exceeded.NONE;

    EntitlementsAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "entitlements-" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StateExceeded command) {
        stream = command.stream();
        state.state(command).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(EntitlementExceeded event) {
        stream = streamOf(event.accountId());
        state = state.evolve(event);
    }
}
