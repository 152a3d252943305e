package io.minutebook.billing.numbers;

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

/** Whether an account has ever rented a number, for each number has a stream of its own: one event for ever. */
@AggregateRoot(type = "numberholder")
@Stored(name = "numbers.number-holder", version = 1)
public class NumberHolderAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private boolean registered;

    NumberHolderAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "numberholder-" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterNumberHolder command) {
        if (!registered) apply(new NumberHolderRegistered(command.accountId(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(AskNumberHolder command) {
        stream = command.stream();
        return registered;
    }

    @EventSourcingHandler
    void on(NumberHolderRegistered event) {
        stream = streamOf(event.accountId());
        registered = true;
    }
}
