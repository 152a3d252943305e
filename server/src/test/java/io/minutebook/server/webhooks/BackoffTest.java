package io.minutebook.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final long SEED = 7;

    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(12));

    @Test
    void eachPauseIsFourTimesAsLongUpToTheLongestAndAQuarterIsLeftToChance() {
        var random = new Random(SEED);
        for (int attempts = 1; attempts < 30; attempts++) {
            long whole = (long) Math.min(5_000 * Math.pow(4, attempts - 1), 12 * 3_600_000.0);
            assertThat(backoff.after(attempts, random).toMillis()).isBetween(whole - whole / 4, whole);
        }
    }

    @Test
    void receiversThatFailedTogetherAreNotTriedTogether() {
        var random = new Random(SEED);
        assertThat(IntStream.range(0, 20).mapToObj(_ -> backoff.after(5, random)).distinct()).hasSizeGreaterThan(15);
    }

    @Test
    void sixteenAttemptsTakeSomeDays() {
        var random = new Random(SEED);
        var all = IntStream.range(1, 16).mapToObj(attempts -> backoff.after(attempts, random)).reduce(Duration::plus);
        assertThat(all.orElseThrow()).isBetween(Duration.ofDays(3), Duration.ofDays(5));
    }
}
