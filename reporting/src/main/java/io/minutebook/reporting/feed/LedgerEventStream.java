package io.minutebook.reporting.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** One reader's way through the ledger, page by page; it never passes the settled index. */
final class LedgerEventStream implements BlockingStream<TrackedEventMessage<?>> {

    private final LedgerEventSource source;
    private final SettledIndex settledIndex;
    private final SequenceCheck check;
    private List<TrackedEventMessage<?>> messages = List.of();
    private int next;
    private long position;
    private long emptyUpTo;
    private Runnable stopListening = () -> {};

    LedgerEventStream(LedgerEventSource source, SettledIndex settledIndex, SequenceCheck check, long position) {
        this.source = source;
        this.settledIndex = settledIndex;
        this.check = check;
        this.position = position;
        this.emptyUpTo = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(messages.get(next)) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (hasNextNow()) return true;
        if (timeout <= 0) return false;
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (settledIndex.awaitPast(emptyUpTo, Duration.ofNanos(deadline - System.nanoTime()))) {
            if (hasNextNow()) return true;
        }
        return false;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.MINUTES)) settledIndex.wake();
        return messages.get(next++);
    }

    private boolean hasNextNow() {
        while (next == messages.size()) {
            if (!turnPage()) return false;
        }
        return true;
    }

    private boolean turnPage() {
        long settled = settledIndex.settled();
        if (settled <= emptyUpTo) return false;
        var page = source.page(position, settled);
        if (page == null) {
            emptyUpTo = settled;
            return false;
        }
        checked(page);
        messages = page.messages();
        next = 0;
        position = page.last();
        emptyUpTo = position;
        return true;
    }

    private void checked(EventPage page) {
        try {
            check.check(page.rows());
        } catch (SequenceBroken broken) {
            source.alert(broken);
            throw broken;
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        stopListening.run();
        stopListening = settledIndex.onAdvance(callback);
        callback.run();
        return true;
    }

    @Override
    public void close() {
        stopListening.run();
    }
}
