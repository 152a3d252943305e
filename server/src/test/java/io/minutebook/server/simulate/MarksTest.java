package io.minutebook.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 1", "3, 10", "10, 10", "25, 10", "999, 1000"})
    void givesEveryMarkAndSpreadsThemEvenly(long marks, long places) {
        var spread = new Marks(Plans.SEED, Dice.About.REPEAT, marks, places);
        var taken = LongStream.range(0, places).map(place -> {
            while (spread.takeAt(place)) assertThat(spread.given()).isLessThanOrEqualTo(marks);
            return spread.given();
        }).toArray();
        assertThat(spread.given()).isEqualTo(marks);
        for (int place = 0; place < places; place++) {
            long even = (place + 1) * marks / places;
            assertThat(taken[place]).isBetween(even - 1, even + 1);
        }
    }
}
