package io.minutebook.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.server.store.LedgerSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** The ledger's own way of reading, up to the settled index, for readers side by side. */
final class LedgerReader implements AutoCloseable {

    private final SettledIndex settledIndex;
    private final SettledLedger settled;

    LedgerReader(LedgerDatabase ledger) {
        settledIndex = new SettledIndex(ledger.dataSource());
        settledIndex.start();
        settled = settled(ledger, settledIndex, new FreshEvents());
    }

    static SettledLedger settled(LedgerDatabase ledger, SettledIndex settledIndex, FreshEvents fresh) {
        var events = new LedgerEvents(ledger.dataSource(), LedgerSerializer.create(), NoOpEventUpcaster.INSTANCE);
        return new SettledLedger(events, settledIndex, fresh);
    }

    /** A reader that goes on where it stands. */
    final class Way {
        private final String name;
        private long position;

        private Way(String name) {
            this.name = name;
        }

        boolean hasMore() {
            return !settled.after(name, position).isEmpty();
        }

        /** Reads on until an event of that position was seen. */
        List<LedgerEvent> readTo(long last) throws InterruptedException {
            var seen = new ArrayList<LedgerEvent>();
            while (position < last) {
                assertThat(settled.awaitPast(position, Duration.ofMinutes(1))).as("an event after %s", position).isTrue();
                var stretch = settled.after(name, position);
                seen.addAll(stretch.events());
                position = stretch.last();
            }
            return seen;
        }
    }

    Way fromTheStart(String name) {
        return new Way(name);
    }

    SettledIndex settledIndex() {
        return settledIndex;
    }

    @Override
    public void close() {
        settledIndex.close();
    }
}
