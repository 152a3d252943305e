package io.minutebook.billing.packs;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AlertThresholds;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.UsageLogAggregate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of one pool. */
@AggregateRoot(type = "packs")
@Stored(name = "packs.pack-pool", version = 4)
public class PackPoolAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String pool;

    private PackPool state = PackPool.EMPTY;

    PackPoolAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantPack command) {
        apply(state.grant(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantMessages command) {
        apply(state.grant(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DrawMinutes command, AlertThresholds thresholds) {
        command.usages().forEach(usage -> draw(usage, thresholds.packPercents()));
    }

    private void draw(DeliveredUsage delivered, List<Integer> percents) {
        var drawn = state.draw(delivered.usage());
        var reached = state.levelsReached(drawn, percents);
        apply(drawn, UsageLogAggregate.originOf(delivered));
        reached.forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(ReverseDraw command) {
        apply(state.reverse(command), UsageLogAggregate.originOf(command.correction()));
    }

    @CommandHandler
    PackPool handle(PassPackTime command) {
        state.pass(command).forEach(event -> apply(event));
        return state;
    }

    @CommandHandler
    void handle(RefundPack command) {
        apply(state.refund(command));
    }

    @CommandHandler
    void handle(AdjustMinutes command, AlertThresholds thresholds) {
        var adjusted = state.adjust(command);
        var reached = state.levelsReached(adjusted, thresholds.packPercents());
        apply(adjusted);
        reached.forEach(event -> apply(event));
    }

    @CommandHandler
    @SuppressWarnings("UnusedVariable")
    PackPool handle(ReadPacks command) {
        return state;
    }

    @EventSourcingHandler
    void on(PackGranted event) {
        pool = PoolId.ofMinutes(event.accountId(), event.meter()).stream();
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(MessagesGranted event) {
        pool = PoolId.ofMessages(event.accountId(), event.applicationId()).stream();
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(MinutesDrawn event) {
        pool = PoolId.of(event.usage()).stream();
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(PackLevelReached event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(PackExpiryAnnounced event) {
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

    @EventSourcingHandler
    void on(PackRefunded event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(MinutesAdjusted event) {
        state = state.evolve(event);
    }
}
