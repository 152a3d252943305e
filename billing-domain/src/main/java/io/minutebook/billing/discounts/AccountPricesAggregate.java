package io.minutebook.billing.discounts;

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

/** The stream of one account's own prices; an account without any has an empty one. */
@AggregateRoot(type = "prices")
@Stored(name = "discounts.account-prices", version = 1)
public class AccountPricesAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private AccountPrices state = AccountPrices.NONE;

    AccountPricesAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "prices-" + accountId;
    }

    /** Answers with the price as it stands. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    OwnPrice handle(SetAccountPrice command) {
        stream = command.stream();
        state.set(command).ifPresent(event -> apply(event));
        return state.from(command.product(), command.from());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AccountPrices handle(ReadAccountPrices command) {
        stream = command.stream();
        return state;
    }

    @EventSourcingHandler
    void on(AccountPriceSet event) {
        stream = streamOf(event.accountId());
        state = state.evolve(event);
    }
}
