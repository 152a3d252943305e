package io.minutebook.billing.corrections;

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

/** The stream of what people corrected of one account. */
@AggregateRoot(type = "adjustments")
@Stored(name = "corrections.adjustments", version = 1)
public class AdjustmentsAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private Adjustments state = Adjustments.NONE;

    AdjustmentsAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "adjustments-" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AdjustmentRequested handle(RecordAdjustment command) {
        return applied(state.request(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AdjustmentApproved handle(RecordApproval command) {
        return applied(state.approve(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AdjustmentRequested handle(ReadAdjustment command) {
        stream = command.stream();
        return state.find(command.adjustmentId());
    }

    private static <E extends AdjustmentEvent> E applied(E event) {
        apply(event);
        return event;
    }

    @EventSourcingHandler
    void on(AdjustmentEvent event) {
        stream = streamOf(event.accountId());
        state = state.evolve(event);
    }
}
