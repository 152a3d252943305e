package io.minutebook.billing.packs;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.UsageLogAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of one account's packs for one meter. */
@AggregateRoot(type = "packs")
@Stored(name = "packs.pack-pool", version = 1)
public class PackPoolAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String pool;

    private PackPool state = PackPool.EMPTY;

    PackPoolAggregate() {}

    public static String poolOf(AccountId accountId, Meter meter) {
        return "packs-" + accountId + "-" + meter;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantPack command) {
        apply(state.grant(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DrawMinutes command) {
        command.usages().forEach(this::draw);
    }

    private void draw(DeliveredUsage delivered) {
        apply(state.draw(delivered.usage()), UsageLogAggregate.originOf(delivered));
    }

    @CommandHandler
    void handle(ReverseDraw command) {
        apply(state.reverse(command), UsageLogAggregate.originOf(command.correction()));
    }

    @CommandHandler
    void handle(ExpirePacks command) {
        state.expire(command).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(PackGranted event) {
        pool = poolOf(event.accountId(), event.meter());
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(MinutesDrawn event) {
        pool = poolOf(event.usage().record().accountId(), event.usage().meter());
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(DrawReversed event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(PackExpired event) {
        state = state.evolve(event);
    }
}
