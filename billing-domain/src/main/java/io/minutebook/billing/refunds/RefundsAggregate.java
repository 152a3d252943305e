package io.minutebook.billing.refunds;

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

/** The stream of one account's refunds; an account without any has an empty one. */
@AggregateRoot(type = "refunds")
@Stored(name = "refunds.refunds", version = 1)
public class RefundsAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private Refunds state = Refunds.NONE;

    RefundsAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "refunds-" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Refunds handle(ReadRefunds command) {
        stream = command.stream();
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantRefund command) {
        apply(command.refund());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RefundVetoed handle(VetoRefund command) {
        return applied(state.veto(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    VetoLifted handle(LiftVeto command) {
        return applied(state.lift(command));
    }

    private static <E extends RefundEvent> E applied(E event) {
        apply(event);
        return event;
    }

    @EventSourcingHandler
    void on(RefundEvent event) {
        stream = streamOf(event.accountId());
        state = state.evolve(event);
    }
}
