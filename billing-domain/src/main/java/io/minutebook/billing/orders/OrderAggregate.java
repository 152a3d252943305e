package io.minutebook.billing.orders;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.OrderId;
import io.minutebook.billing.Stored;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of one order, which begins when it is placed and then stays as it is. */
@AggregateRoot(type = "order")
@Stored(name = "orders.order", version = 2)
public class OrderAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private @Nullable OrderPlaced order;

    OrderAggregate() {}

    public static String streamOf(OrderId orderId) {
        return "order-" + orderId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RecordOrder command) {
        apply(command.order());
    }

    @CommandHandler
    @SuppressWarnings("UnusedVariable")
    OrderPlaced handle(ReadOrder command) {
        return Objects.requireNonNull(order);
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        stream = streamOf(event.orderId());
        order = event;
    }
}
