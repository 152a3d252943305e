package io.minutebook.server.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after an attempt that failed: four times as long each time, with up to a quarter off by chance. */
record Backoff(Duration first, Duration longest) {

    private static final int FACTOR = 4;

    /**
     * The pause after so many attempts.
     *
     * @param attempts made so far, at least 1
     */
    Duration after(int attempts, RandomGenerator random) {
        long pause = first.toMillis();
        for (int i = 1; i < attempts && pause < longest.toMillis(); i++) pause *= FACTOR;
        long whole = Math.min(pause, longest.toMillis());
        return Duration.ofMillis(whole - random.nextLong(whole / 4 + 1));
    }
}
