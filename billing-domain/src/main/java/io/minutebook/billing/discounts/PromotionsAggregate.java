package io.minutebook.billing.discounts;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.Stored;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The one stream of all promotions; whoever sells reads it without waiting for those who write. */
@AggregateRoot(type = "promotions")
@Stored(name = "discounts.promotions", version = 1)
public class PromotionsAggregate {

    public static final String STREAM = "promotions-all";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private Promotions state = Promotions.NONE;

    PromotionsAggregate() {}

    /** Answers with the promotion as it stands. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Promotion handle(SetPromotion command) {
        stream = command.stream();
        state.set(command).ifPresent(event -> apply(event));
        return state.named(command.promotion().name()).orElseThrow();
    }

    @EventSourcingHandler
    void on(PromotionSet event) {
        stream = STREAM;
        state = state.evolve(event);
    }
}
