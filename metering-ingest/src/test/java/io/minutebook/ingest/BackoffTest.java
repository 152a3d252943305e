package io.minutebook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final long SEED = 20250101;

    @Test
    void doublesUpToTheMostAndShortensByHalfAtMost() {
        var backoff = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(5), new Random(SEED));

        for (int failures = 1; failures < 200; failures++) {
            long full = failures > 8 ? 5_000 : Math.min(5_000, 20L << (failures - 1));
            assertThat(backoff.nanosAfter(failures))
                    .as("seed %d, failure %d", SEED, failures)
                    .isBetween(full * 500_000, full * 1_000_000);
        }
    }

    @Test
    void spreadsNodesThatFailedTogether() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), new Random(SEED));

        assertThat(backoff.nanosAfter(1)).isNotEqualTo(backoff.nanosAfter(1));
    }
}
