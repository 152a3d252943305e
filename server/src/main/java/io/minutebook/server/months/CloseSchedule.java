package io.minutebook.server.months;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.clock.DueWork;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every second of real time whether a month can be closed or a close carried on, on the nodes that answer HTTP. A
 * close may take long, so it has a thread of its own. Before it begins one, all is done that fell due in that month: also
 * where nothing could be done for days.
 */
@Component
class CloseSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CloseSchedule.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    /** After ingest, which a close waits for. */
    private static final int PHASE = 400;

    private final MonthClosing closing;
    private final DueWork dueWork;
    private final boolean isOurs;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;
    private volatile Duration waiting = Duration.ZERO;
    private @Nullable Thread thread;

    CloseSchedule(MonthClosing closing, DueWork dueWork, LedgerSettings settings, MeterRegistry meters) {
        this.closing = closing;
        this.dueWork = dueWork;
        this.isOurs = settings.role().serves();
        TimeGauge.builder("minutebook.close.waiting", this, TimeUnit.MILLISECONDS, it -> it.waiting.toMillis())
                .description("How long ago a close was begun that is not final; 0 where there is none")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        if (isOurs) thread = Thread.ofPlatform().daemon().name("closing").start(this::run);
    }

    /** Has it look now, not a second later. */
    void wake() {
        asked.release();
    }

    private void run() {
        try {
            while (running) {
                var pause = hasLooked() ? BETWEEN_LOOKS : AFTER_FAILURE;
                var _ = asked.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                asked.drainPermits();
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    private boolean hasLooked() {
        try {
            look();
            return true;
        } catch (RuntimeException failure) {
            LOG.error("closing a month failed and is tried again", failure);
            return false;
        }
    }

    private void look() {
        waiting = closing.waiting().orElse(Duration.ZERO); // first, for what follows may fail again and again
        closing.due().filter(due -> dueWork.tryUpTo(due.end())).ifPresent(closing::begin);
        var _ = closing.goOn();
    }

    @Override
    public void stop() {
        running = false;
        var closer = thread;
        if (closer == null) return;
        closer.interrupt();
        wake();
        try {
            closer.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
