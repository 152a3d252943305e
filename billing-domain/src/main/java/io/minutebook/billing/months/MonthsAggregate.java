package io.minutebook.billing.months;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.Stored;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The one stream of the ledger's months. */
@AggregateRoot(type = "months")
@Stored(name = "months.months", version = 1)
public class MonthsAggregate {

    public static final String STREAM = "months-ledger";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private Months state = Months.NONE;

    MonthsAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BeginMonths command) {
        stream = command.stream();
        state.begin(command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(CloseMonth command) {
        state.close(command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(FinaliseMonth command) {
        state.finalise(command).ifPresent(event -> apply(event));
    }

    @EventSourcingHandler
    void on(MonthsBegun event) {
        stream = STREAM;
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(MonthClosed event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(MonthFinalised event) {
        state = state.evolve(event);
    }
}
