package io.minutebook.billing.usage;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.Stored;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One account's usage that costs no minutes: a stream of facts without rules. */
@AggregateRoot(type = "usage")
@Stored(name = "usage.usage-log", version = 1)
public class UsageLogAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    UsageLogAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "usage-" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ListUsage command) {
        command.usages().forEach(delivered -> apply(new UsageListed(delivered.usage()), originOf(delivered)));
    }

    @CommandHandler
    void handle(WithdrawListing command) {
        var supersededBy = command.correction().usage().record().id();
        apply(
                new ListingWithdrawn(command.booked().usage(), supersededBy, command.lateIn()),
                originOf(command.correction()));
    }

    @EventSourcingHandler
    void on(UsageListed event) {
        stream = streamOf(event.usage().record().accountId());
    }

    /** The metadata of an event that came from a record: where on Kafka it lay, and its identity. */
    public static MetaData originOf(DeliveredUsage delivered) {
        var id = delivered.usage().record().id();
        return MetaData.from(Map.of(
                Provenance.TOPIC, delivered.topic(),
                Provenance.PARTITION, delivered.partition(),
                Provenance.OFFSET, delivered.offset(),
                Provenance.SOURCE, id.source(),
                Provenance.RECORD, id.id()));
    }
}
