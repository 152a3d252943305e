package io.minutebook.server.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StuckAccountsTest {

    private static final AccountId FIRST = new AccountId("1");
    private static final AccountId SECOND = new AccountId("2");

    private long nanos = Long.MAX_VALUE; // wraps round as it may
    private final StuckAccounts stuck = new StuckAccounts(() -> nanos);

    @Test
    void anAccountIsLeftAloneForLongerEachTimeButNeverForMoreThanAMinute() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(stuck.failed(FIRST)).isEqualTo(Duration.ofSeconds(seconds));
            pass(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(stuck.resting()).containsExactly(FIRST);
            pass(Duration.ofNanos(1));
            assertThat(stuck.resting()).isEmpty();
            assertThat(stuck.count()).isEqualTo(1);
        }
    }

    @Test
    void whatWorkedBeginsAnew() {
        stuck.failed(FIRST);
        stuck.failed(FIRST);
        stuck.failed(SECOND);

        stuck.worked(FIRST);

        assertThat(stuck.count()).isEqualTo(1);
        assertThat(stuck.resting()).containsExactly(SECOND);
        assertThat(stuck.failed(FIRST)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsNotTriedHereAnyMoreWasDoneElsewhere() {
        stuck.failed(FIRST);

        pass(Duration.ofMinutes(5).minusNanos(1));
        assertThat(stuck.count()).isEqualTo(1);
        pass(Duration.ofNanos(1));
        assertThat(stuck.count()).isZero();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
