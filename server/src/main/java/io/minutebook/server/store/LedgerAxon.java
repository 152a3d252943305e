package io.minutebook.server.store;

import io.minutebook.billing.AlertThresholds;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.account.AccountAggregate;
import io.minutebook.billing.chat.ChatAggregate;
import io.minutebook.billing.corrections.AdjustmentsAggregate;
import io.minutebook.billing.discounts.AccountPricesAggregate;
import io.minutebook.billing.discounts.PromotionsAggregate;
import io.minutebook.billing.entitlements.EntitlementsAggregate;
import io.minutebook.billing.months.MonthsAggregate;
import io.minutebook.billing.numbers.NumberAggregate;
import io.minutebook.billing.numbers.NumberHolderAggregate;
import io.minutebook.billing.orders.OrderAggregate;
import io.minutebook.billing.packs.PackPoolAggregate;
import io.minutebook.billing.refunds.LegalEntityAggregate;
import io.minutebook.billing.refunds.RefundsAggregate;
import io.minutebook.billing.seats.SeatsAggregate;
import io.minutebook.billing.usage.UsageLogAggregate;
import java.util.List;
import java.util.concurrent.Executor;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;

/** Axon as the ledger uses it: own event storage, permanent names, snapshots, and a cache for the busy streams. */
public final class LedgerAxon {

    /** So few that a stream which is not in memory costs little to load, as all are after a restart. */
    public static final int EVENTS_PER_SNAPSHOT = 50;

    private LedgerAxon() {}

    /** Nobody is told of anything unless thresholds are registered in place of these. */
    public static Configurer configurer(
            LedgerEventStorage storage, LedgerSerializer serializer, Executor snapshotExecutor) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> serializer)
                .configureEventSerializer(_ -> serializer)
                .configureMessageSerializer(_ -> serializer)
                .configureEventStore(_ -> new LedgerEventStore(storage))
                .configureCorrelationDataProviders(
                        _ -> List.of(new SimpleCorrelationDataProvider(Provenance.ACTOR, Provenance.REQUEST)))
                .configureSnapshotter(axon -> new HeldStateSnapshots(storage, axon::repository, snapshotExecutor))
                .registerComponent(AlertThresholds.class, _ -> AlertThresholds.NONE)
                .configureAggregate(uncached(AccountAggregate.class))
                .configureAggregate(uncached(OrderAggregate.class))
                .configureAggregate(uncached(AccountPricesAggregate.class))
                .configureAggregate(uncached(PromotionsAggregate.class))
                .configureAggregate(uncached(SeatsAggregate.class))
                .configureAggregate(uncached(ChatAggregate.class))
                .configureAggregate(uncached(NumberAggregate.class))
                .configureAggregate(uncached(NumberHolderAggregate.class))
                .configureAggregate(uncached(EntitlementsAggregate.class))
                .configureAggregate(uncached(RefundsAggregate.class))
                .configureAggregate(uncached(LegalEntityAggregate.class))
                .configureAggregate(uncached(AdjustmentsAggregate.class))
                .configureAggregate(uncached(MonthsAggregate.class))
                .configureAggregate(held(PackPoolAggregate.class, storage))
                .configureAggregate(held(UsageLogAggregate.class, storage));
    }

    /** These may refuse, so they are read afresh: a refusal never rests on what another node has changed since. */
    private static <A> AggregateConfigurer<A> uncached(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(_ -> new CommandTargets())
                .configureSnapshotTrigger(LedgerAxon::everySoManyEvents);
    }

    /**
     * These never refuse, and whoever writes after another node fails on the sequence and reads afresh. Only what may write
     * nothing, the lapse of packs, has to be told to {@link LedgerEventStorage#forget}.
     */
    private static <A> AggregateConfigurer<A> held(Class<A> type, LedgerEventStorage storage) {
        return uncached(type).configureCache(_ -> storage.held());
    }

    private static SnapshotTriggerDefinition everySoManyEvents(Configuration axon) {
        return new EventCountSnapshotTriggerDefinition(axon.snapshotter(), EVENTS_PER_SNAPSHOT);
    }
}
