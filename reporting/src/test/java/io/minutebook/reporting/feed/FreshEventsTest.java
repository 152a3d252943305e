package io.minutebook.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshEventsTest {

    private final FreshEvents fresh = new FreshEvents();

    @BeforeEach
    void somebodyReads() {
        assertThat(fresh.mayFollow(0, 10)).isFalse();
    }

    @Test
    void givesUpWhatIsTakenAsFarAsItHasAllOfIt() {
        fresh.add(List.of(event(3), event(4), event(6)));

        assertThat(fresh.take(List.of(3L, 4L, 5L, 6L))).containsExactly(event(3), event(4));
        assertThat(fresh.take(List.of(3L))).isEmpty();
        assertThat(fresh.take(List.of(6L))).containsExactly(event(6));
    }

    @Test
    void knowsWhetherItMayHelpBehindAPosition() {
        fresh.add(List.of(event(5)));

        assertThat(fresh.mayFollow(4, 5)).isTrue();
        assertThat(fresh.mayFollow(4, 4)).as("not settled yet").isFalse();
        assertThat(fresh.mayFollow(5, 9)).isFalse();
    }

    @Test
    void forgetsWhatAllHavePassed() {
        fresh.add(List.of(event(1), event(2), event(3)));

        fresh.forget(2);

        assertThat(fresh.take(List.of(2L))).isEmpty();
        assertThat(fresh.take(List.of(3L))).containsExactly(event(3));
    }

    @Test
    void holdsNothingWhereNobodyReads() {
        var unread = new FreshEvents();

        unread.add(List.of(event(1)));

        assertThat(unread.mayFollow(0, 1)).isFalse();
    }

    @Test
    void doesNotGrowWhereNobodyReadsAnyMore() {
        for (long first = 1; first < 100_000; first += 10_000) {
            fresh.add(LongStream.range(first, first + 10_000).mapToObj(FreshEventsTest::event).toList());
        }

        assertThat(fresh.take(List.of(1L))).isEmpty();
        assertThat(fresh.take(List.of(100_000L))).containsExactly(event(100_000));
    }

    private static LedgerEvent event(long position) {
        return new LedgerEvent(position, "packs-1", position, Instant.EPOCH, "drawn");
    }
}
