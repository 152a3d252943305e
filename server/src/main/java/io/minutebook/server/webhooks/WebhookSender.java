package io.minutebook.server.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.minutebook.server.webhooks.Deliveries.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, a few letters to a host at a time, and tries again what was not taken. A process that is killed
 * while it sends leaves the letter to whoever comes after: it may arrive twice, under the same id.
 */
final class WebhookSender implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private static final int PER_HOST = 4;
    private static final Duration HOLD = Duration.ofSeconds(4 * WebhookClient.LONGEST_SECONDS);
    private static final long STOP_SECONDS = 5;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final WebhookClient client;
    private final SecretBox box;
    private final WebhookSettings settings;
    private final MeterRegistry meters;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private final ConcurrentHashMap<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
    private volatile boolean stopping;

    WebhookSender(
            Deliveries deliveries,
            Webhooks webhooks,
            WebhookClient client,
            SecretBox box,
            WebhookSettings settings,
            MeterRegistry meters,
            RandomGenerator random,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.client = client;
        this.box = box;
        this.settings = settings;
        this.meters = meters;
        this.random = random;
        this.clock = clock;
    }

    /** Look now: something may be due. */
    void wake() {
        wake.release();
    }

    /** What is not through in a moment is left to whoever comes after. */
    void stop() {
        stopping = true;
        wake();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) threads.shutdownNow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                boolean isHealthy = sendWhatIsDue();
                await(isHealthy ? LOOK : AFTER_FAILURE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Duration pause) throws InterruptedException {
        if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
    }

    private boolean sendWhatIsDue() {
        try {
            var claimed = deliveries.claim(clock.instant(), Set.copyOf(underWay.keySet()), PER_HOST, HOLD);
            claimed.stream().collect(Collectors.groupingBy(Claimed::host)).forEach((host, letters) -> {
                underWay.put(host, new AtomicInteger(letters.size()));
                letters.forEach(letter -> threads.execute(() -> deliver(letter)));
            });
            return true;
        } catch (RuntimeException failed) {
            if (!stopping) LOG.warn("Alerts are not sent at the moment: {}", failed.getMessage());
            return false;
        }
    }

    private void deliver(Claimed claimed) {
        try {
            var letter = new Letter(claimed.alertId(), claimed.url(), claimed.body(), box.open(claimed.secret()));
            record(claimed, client.send(letter));
        } catch (RuntimeException failed) {
            LOG.warn("Delivery {} could not be carried out or recorded; it is tried again", claimed.id(), failed);
        } finally {
            leave(claimed.host());
        }
    }

    private void record(Claimed claimed, Attempt attempt) {
        var now = clock.instant();
        var next = attempt.isTaken() ? null : nextAttempt(claimed, attempt, now);
        deliveries.record(claimed, attempt, now, next);
        var outcome = attempt.isTaken() ? "taken" : next == null ? "given_up" : "failed";
        meters.counter("minutebook.webhook.attempts", "outcome", outcome).increment();
        if (!attempt.isFarewell()) return;
        webhooks.switchOff(claimed.webhookId(), "its receiver answered 410");
        deliveries.giveUp(claimed.webhookId(), "the webhook was switched off: its receiver answered 410");
    }

    private @Nullable Instant nextAttempt(Claimed claimed, Attempt attempt, Instant now) {
        int made = claimed.attempts() + 1;
        if (attempt.isFarewell() || made >= settings.attempts()) return null;
        return now.plus(new Backoff(settings.firstPause(), settings.longestPause()).after(made, random));
    }

    /** The next few of a host are taken when the last ones are through. */
    private void leave(String host) {
        underWay.computeIfPresent(host, (_, left) -> left.decrementAndGet() == 0 ? null : left);
        if (!underWay.containsKey(host)) wake();
    }
}
