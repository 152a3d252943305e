package io.minutebook.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.reporting.feed.LedgerEventSource;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.server.store.LedgerSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** The ledger's own way of reading, up to the settled index. */
final class LedgerReader implements AutoCloseable {

    private final SettledIndex settledIndex;
    private final LedgerEventSource source;

    LedgerReader(LedgerDatabase ledger) {
        settledIndex = new SettledIndex(ledger.dataSource());
        settledIndex.start();
        var events = new LedgerEvents(ledger.dataSource(), LedgerSerializer.create(), NoOpEventUpcaster.INSTANCE);
        source = new LedgerEventSource(ledger.dataSource(), events, settledIndex);
    }

    /** An event as a reader sees it. */
    record Seen(long position, String aggregateId, long sequence) {}

    BlockingStream<TrackedEventMessage<?>> fromTheStart() {
        return source.openStream(null);
    }

    SettledIndex settledIndex() {
        return settledIndex;
    }

    /** Reads on until an event of that position was seen. */
    static List<Seen> readTo(BlockingStream<TrackedEventMessage<?>> stream, long last) throws InterruptedException {
        var seen = new ArrayList<Seen>();
        do {
            assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).as("an event after %s", seen.size()).isTrue();
            seen.add(seen(stream.nextAvailable()));
        } while (seen.getLast().position() < last);
        return seen;
    }

    private static Seen seen(TrackedEventMessage<?> message) {
        var event = (DomainEventMessage<?>) message;
        return new Seen(
                message.trackingToken().position().orElseThrow(), event.getAggregateIdentifier(),
                event.getSequenceNumber());
    }

    @Override
    public void close() {
        settledIndex.close();
    }
}
