package io.minutebook.server.embedded;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks after something at intervals, on a thread of its own, until it is closed; a look that fails is not the last. */
final class Watch {

    private final long millisBetweenLooks;
    private final Runnable look;
    private final Consumer<RuntimeException> failure;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    Watch(String name, long millisBetweenLooks, Runnable look, Consumer<RuntimeException> failure) {
        this.millisBetweenLooks = millisBetweenLooks;
        this.look = look;
        this.failure = failure;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!isClosedWithin(millisBetweenLooks)) {
            try {
                look.run();
            } catch (RuntimeException failed) {
                failure.accept(failed);
            }
        }
    }

    /** Waits for so long, unless it is closed meanwhile. */
    boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return true;
        }
    }

    /** No look begins from now on; one that is under way is waited for, but no longer than that. */
    void close(long longestWaitMillis) {
        closed.countDown();
        try {
            thread.join(longestWaitMillis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
