package io.minutebook.server.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks for alerts and sends them, each on a thread of its own, while the server runs. */
final class AlertThreads implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int phase;
    private final boolean isOurs;
    private final AlertFollower follower;
    private final WebhookSender sender;
    private @Nullable Thread following;
    private @Nullable Thread sending;

    /**
     * Threads that are not started.
     *
     * @param isOurs whether this process is to send alerts
     */
    AlertThreads(int phase, boolean isOurs, AlertFollower follower, WebhookSender sender) {
        this.phase = phase;
        this.isOurs = isOurs;
        this.follower = follower;
        this.sender = sender;
    }

    @Override
    public synchronized void start() {
        if (!isOurs) return;
        following = Thread.ofPlatform().daemon().name("alert-follower").start(follower);
        sending = Thread.ofPlatform().daemon().name("webhook-sender").start(sender);
    }

    /** What is in hand is finished first, unless it takes long: nothing is lost by giving it up. */
    @Override
    public synchronized void stop() {
        follower.stop();
        sender.stop();
        join(following);
        join(sending);
        following = null;
        sending = null;
    }

    private static void join(@Nullable Thread thread) {
        if (thread == null) return;
        try {
            if (!thread.join(PATIENCE)) thread.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return following != null;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
