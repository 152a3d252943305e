package io.minutebook.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HorizonTest {

    private final Horizon horizon = new Horizon();

    @Test
    void settlesWhatWasSeenOnceEveryOlderTransactionIsOver() {
        horizon.sample(7, 100, 0);

        horizon.observe(99);
        assertThat(horizon.settled()).isZero();

        horizon.observe(100);
        assertThat(horizon.settled()).isEqualTo(7);
    }

    @Test
    void aLaterSampleDoesNotHaveToWaitForAnEarlierOneToBeTakenUp() {
        horizon.sample(7, 100, 0);
        horizon.sample(9, 120, 0);
        horizon.sample(12, 140, 0);

        horizon.observe(130);

        assertThat(horizon.settled()).isEqualTo(9);
        assertThat(horizon.isWaiting()).isTrue();
    }

    @Test
    void anIdleLedgerUsesNoTransactionIds() {
        assertThat(horizon.wantsSample(0)).isFalse();
        assertThat(horizon.wantsSample(7)).isTrue();
        horizon.sample(7, 100, 0);
        assertThat(horizon.wantsSample(7)).isFalse();
        assertThat(horizon.wantsSample(8)).isTrue();
    }

    @Test
    void aLedgerThatStallsUsesFewTransactionIds() {
        for (int i = 1; i <= 16; i++) horizon.sample(i, 100 + i, 0);

        assertThat(horizon.wantsSample(17)).isFalse();
        horizon.observe(101);
        assertThat(horizon.wantsSample(17)).isTrue();
    }

    @Test
    void itsAgeIsThatOfTheOldestSampleStillWaiting() {
        horizon.sample(7, 100, 1_000);
        horizon.sample(9, 120, 5_000);

        assertThat(horizon.waitingNanos(6_000)).isEqualTo(5_000);
        horizon.observe(100);
        assertThat(horizon.waitingNanos(6_000)).isEqualTo(1_000);
        horizon.observe(120);
        assertThat(horizon.waitingNanos(6_000)).isZero();
    }
}
