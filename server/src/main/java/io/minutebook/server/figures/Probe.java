package io.minutebook.server.figures;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question to something that may be down or hang: asked on a thread of its own, by one asker at a time, and again only
 * when the last answer has grown old.
 */
public final class Probe<T> {

    /** Nobody waits longer than this for an answer. */
    static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    private final String name;
    private final Supplier<T> question;
    private final long keptNanos;
    private @Nullable CompletableFuture<Void> asking;
    private @Nullable T last;
    private long answeredNanos;
    private boolean failed = true;

    /** A probe whose answer is good for a second. */
    Probe(String name, Supplier<T> question) {
        this(name, question, FRESH_NANOS);
    }

    Probe(String name, Supplier<T> question, long keptNanos) {
        this.name = name;
        this.question = question;
        this.keptNanos = keptNanos;
    }

    /** Begins to ask, unless the answer is fresh or somebody is asking. */
    synchronized void ask() {
        if (asking != null || isFresh()) return;
        asking = CompletableFuture.runAsync(this::askNow, work -> Thread.ofVirtual().name("probe").start(work));
    }

    private boolean isFresh() {
        return !failed && System.nanoTime() - answeredNanos < keptNanos;
    }

    /** Waits for the answer that is under way until then. */
    void await(long deadlineNanos) {
        var waited = underWay();
        if (waited == null) return;
        try {
            waited.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            LOG.debug("{} is late", name, late);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(name, broken);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable CompletableFuture<Void> underWay() {
        return asking;
    }

    private void askNow() {
        try {
            answered(question.get());
        } catch (RuntimeException failure) {
            unanswered(failure);
        } finally {
            ended();
        }
    }

    private synchronized void answered(T answer) {
        if (failed && last != null) LOG.info("{} answers again", name);
        last = answer;
        answeredNanos = System.nanoTime();
        failed = false;
    }

    /** Told once, not at each try. */
    private synchronized void unanswered(RuntimeException failure) {
        if (!failed) LOG.warn("{} does not answer: {}", name, failure.getClass().getSimpleName());
        failed = true;
    }

    private synchronized void ended() {
        asking = null;
    }

    /** The answer, where it is no older than it may be; empty while there is none. */
    public synchronized Optional<T> answer() {
        boolean isCurrent = !failed && System.nanoTime() - answeredNanos <= keptNanos + PATIENCE_NANOS;
        return isCurrent ? Optional.ofNullable(last) : Optional.empty();
    }

    /** The last answer there ever was, however old. */
    public synchronized Optional<T> lastKnown() {
        return Optional.ofNullable(last);
    }
}
