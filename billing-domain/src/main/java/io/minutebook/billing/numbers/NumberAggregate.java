package io.minutebook.billing.numbers;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.Stored;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of one rented number; whoever asks for one that is not the account's own learns of none. */
@AggregateRoot(type = "number")
@Stored(name = "numbers.number", version = 1)
public class NumberAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private @Nullable RentedNumber state;

    NumberAggregate() {}

    public static String streamOf(ResourceId resourceId) {
        return "number-" + resourceId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordNumber command) {
        if (state == null) apply(command.fact());
        else applyAll(state.record(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RentedNumber handle(AgeNumber command) {
        applyAll(ownOf(command.accountId(), command.resourceId()).age(command.at()));
        return ownOf(command.accountId(), command.resourceId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpNumber command) {
        apply(ownOf(command.accountId(), command.resourceId()).giveUp(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SwitchAutoRenewal command) {
        ownOf(command.accountId(), command.resourceId()).set(command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RentedNumber handle(ReadNumber command) {
        return ownOf(command.accountId(), command.resourceId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefundNumber command) {
        apply(ownOf(command.accountId(), command.resourceId()).refund(command));
    }

    private RentedNumber ownOf(AccountId accountId, ResourceId resourceId) {
        if (state != null && state.accountId().equals(accountId)) return state;
        throw new Refused(
                ResourceRefusal.UNKNOWN_RESOURCE,
                "The account has no resource " + resourceId + "; its resources are listed.");
    }

    private static void applyAll(List<NumberEvent> events) {
        events.forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(NumberEvent event) {
        stream = streamOf(event.resourceId());
        state = state == null ? RentedNumber.of((NumberRented) event) : state.evolve(event);
    }
}
