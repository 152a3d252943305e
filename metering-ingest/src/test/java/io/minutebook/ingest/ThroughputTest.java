package io.minutebook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void isTheRateBetweenTwoLooks() {
        var throughput = new Throughput();

        assertThat(throughput.perSecond(1_000, 0)).isZero();
        assertThat(throughput.perSecond(51_000, 2 * SECOND)).isEqualTo(25_000);
    }

    @Test
    void repeatsItselfWithinASecond() {
        var throughput = new Throughput();
        throughput.perSecond(0, 0);
        throughput.perSecond(100, SECOND);

        assertThat(throughput.perSecond(100_000, SECOND + 1)).isEqualTo(100);
        assertThat(throughput.perSecond(500, 3 * SECOND)).isEqualTo(200);
    }
}
