package io.minutebook.server.months;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.minutebook.server.LedgerSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every second of real time whether a month can be closed or a close carried on, on the nodes that answer HTTP. A
 * close may take long, so it has a thread of its own.
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
    private final boolean isOurs;
    private volatile boolean running;
    private volatile Duration waiting = Duration.ZERO;
    private @Nullable Thread thread;

    CloseSchedule(MonthClosing closing, LedgerSettings settings, MeterRegistry meters) {
        this.closing = closing;
        this.isOurs = settings.role().serves();
        TimeGauge.builder("minutebook.close.waiting", this, TimeUnit.MILLISECONDS, it -> it.waiting.toMillis())
                .description("How long a close that was begun has waited for ingest; 0 where none waits")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        if (isOurs) thread = Thread.ofPlatform().daemon().name("closing").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                closing.look();
                waiting = closing.waiting().orElse(Duration.ZERO);
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.error("closing a month failed and is tried again", failure);
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        var closer = thread;
        if (closer == null) return;
        closer.interrupt();
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
