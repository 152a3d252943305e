package io.minutebook.billing;

import io.minutebook.billing.account.AccountAggregate;
import io.minutebook.billing.chat.ChatAggregate;
import io.minutebook.billing.numbers.NumberAggregate;
import io.minutebook.billing.numbers.NumberHolderAggregate;
import io.minutebook.billing.orders.OrderAggregate;
import io.minutebook.billing.packs.PackPoolAggregate;
import io.minutebook.billing.refunds.LegalEntityAggregate;
import io.minutebook.billing.refunds.RefundsAggregate;
import io.minutebook.billing.seats.SeatsAggregate;
import io.minutebook.billing.usage.UsageLogAggregate;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

/** The aggregates of the domain on a real command bus, with their events kept in memory. */
public final class DomainFixture {

    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    public DomainFixture() {
        subscribe(AccountAggregate.class);
        subscribe(OrderAggregate.class);
        subscribe(PackPoolAggregate.class);
        subscribe(UsageLogAggregate.class);
        subscribe(SeatsAggregate.class);
        subscribe(ChatAggregate.class);
        subscribe(NumberAggregate.class);
        subscribe(NumberHolderAggregate.class);
        subscribe(RefundsAggregate.class);
        subscribe(LegalEntityAggregate.class);
    }

    private <T> void subscribe(Class<T> aggregate) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregate)
                .repository(EventSourcingRepository.builder(aggregate).eventStore(events).build())
                .build()
                .subscribe(bus);
    }

    public CommandBus bus() {
        return bus;
    }

    public CommandGateway commands() {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    /** Commands of this type fail from now on. */
    public void refuseEvery(Class<?> command) {
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            if (command.equals(unitOfWork.getMessage().getPayloadType())) {
                throw new IllegalStateException("refused by the test");
            }
            return chain.proceed();
        });
    }

    /** Commands of this type fail while the work is done. */
    public void whileFailing(Class<?> command, Runnable work) {
        var failing = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            if (command.equals(unitOfWork.getMessage().getPayloadType())) {
                throw new IllegalStateException("failed by the test");
            }
            return chain.proceed();
        });
        try {
            work.run();
        } finally {
            failing.cancel();
        }
    }

    public Object send(Object command) {
        return commands().sendAndWait(command);
    }

    public List<Object> eventsOf(String stream) {
        return events.readEvents(stream).asStream().<Object>map(Message::getPayload).toList();
    }

    public List<MetaData> metaDataOf(String stream) {
        return events.readEvents(stream).asStream().map(Message::getMetaData).toList();
    }
}
