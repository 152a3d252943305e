package io.minutebook.billing.seats;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of one account's seats; an account without any has an empty one. */
@AggregateRoot(type = "seats")
@Stored(name = "seats.seats", version = 1)
public class SeatsAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private Seats state = Seats.NONE;

    SeatsAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "seats-" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordSeats command) {
        applyAll(state.record(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefundSeats command) {
        applyAll(state.refund(command));
    }

    /** Answers with the trial. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    SeatEvent handle(StartSeatTrial command) {
        var events = state.start(command);
        applyAll(events);
        return events.getLast();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Seats handle(PassSeatTime command) {
        stream = command.stream();
        applyAll(state.pass(command));
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Seats handle(ReadSeats command) {
        stream = command.stream();
        return state;
    }

    private static void applyAll(List<SeatEvent> events) {
        events.forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(SeatEvent event) {
        stream = streamOf(event.accountId());
        state = state.evolve(event);
    }
}
