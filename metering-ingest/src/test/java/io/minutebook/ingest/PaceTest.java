package io.minutebook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.ingest.Pace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void triesABatchTwiceBeforeItIsHalved() {
        var pace = new Pace(2_000);

        assertThat(pace.failed(1_500)).isEqualTo(Verdict.TRY_AGAIN);
        assertThat(pace.limit()).isEqualTo(2_000);
        assertThat(pace.failed(1_500)).isEqualTo(Verdict.TRY_AGAIN);
        assertThat(pace.limit()).isEqualTo(750);
    }

    @Test
    void setsARecordAsideAfterThreeFailuresAlone() {
        var pace = new Pace(2_000);

        assertThat(pace.failed(1)).isEqualTo(Verdict.TRY_AGAIN);
        assertThat(pace.limit()).isEqualTo(1);
        assertThat(pace.failed(1)).isEqualTo(Verdict.TRY_AGAIN);
        assertThat(pace.failed(1)).isEqualTo(Verdict.SET_ASIDE);
    }

    @Test
    void alertsInsteadOfSettingAsideTheEleventhInARow() {
        var pace = new Pace(2_000);
        for (int i = 0; i < 10; i++) {
            assertThat(thirdFailure(pace)).isEqualTo(Verdict.SET_ASIDE);
            pace.setAside();
        }

        assertThat(thirdFailure(pace)).isEqualTo(Verdict.ALERT);
        pace.booked();
        assertThat(thirdFailure(pace)).isEqualTo(Verdict.SET_ASIDE);
    }

    @Test
    void staysSuspectOnTheNodeThatTakesOver() {
        var pace = new Pace(2_000);
        pace.startSuspect();

        assertThat(pace.limit()).isEqualTo(1);
        assertThat(thirdFailure(pace)).isEqualTo(Verdict.ALERT);
    }

    @Test
    void aPersonWhoResumesItClearsTheSuspicion() {
        var pace = new Pace(2_000);
        pace.startSuspect();
        pace.startTrusted();

        assertThat(pace.limit()).isEqualTo(1);
        assertThat(thirdFailure(pace)).isEqualTo(Verdict.SET_ASIDE);
    }

    @Test
    void growsBackToFullBatchesBySuccess() {
        var pace = new Pace(5);
        pace.failed(1);

        assertThat(limitsOfSuccesses(pace, 4)).containsExactly(2, 4, 5, 5);
    }

    @Test
    void findsExactlyTheCulpritsWhereverTheyAre() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var culprits = new TreeSet<Integer>();
            for (int i = 0; i < 5; i++) culprits.add(random.nextInt(300));

            assertThat(setAside(culprits, 300, new Pace(1 + random.nextInt(100))))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(culprits);
        }
    }

    /** Books 300 records of which the culprits make every batch they are in fail. */
    private static List<Integer> setAside(NavigableSet<Integer> culprits, int records, Pace pace) {
        var aside = new ArrayList<Integer>();
        int next = 0;
        while (next < records) {
            int size = Math.min(pace.limit(), records - next);
            if (culprits.subSet(next, true, next + size, false).isEmpty()) {
                pace.booked();
                next += size;
            } else if (pace.failed(size) == Verdict.SET_ASIDE) {
                assertThat(size).isOne();
                pace.setAside();
                aside.add(next++);
            }
        }
        return aside;
    }

    private static Verdict thirdFailure(Pace pace) {
        pace.failed(1);
        pace.failed(1);
        return pace.failed(1);
    }

    private static List<Integer> limitsOfSuccesses(Pace pace, int count) {
        var limits = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            pace.booked();
            limits.add(pace.limit());
        }
        return limits;
    }
}
