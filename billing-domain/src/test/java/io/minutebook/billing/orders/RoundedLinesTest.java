package io.minutebook.billing.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import io.minutebook.billing.UnitPrice;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundedLinesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # exact lines,         total, displayed lines
            10.00 20.00,           30.00, 10.00 20.00
            0.005,                 0.01,  0.01
            0.004,                 0.00,  0.00
            0.004 0.006,           0.01,  0.00 0.01
            0.333 0.333 0.334,     1.00,  0.33 0.33 0.34
            0.335 0.335 0.335,     1.01,  0.34 0.34 0.33
            1.999 0.001,           2.00,  2.00 0.00
            """)
    void theFenThatAreMissingGoToTheLargestRemainders(String exact, String total, String displayed) {
        var lines = new RoundedLines(Stream.of(exact.split(" ")).map(BigDecimal::new).toList());

        assertThat(lines.total()).hasToString(total);
        assertThat(lines.amounts()).extracting(Money::toString).containsExactly(displayed.split(" "));
    }

    @Test
    void aThousandSmallLinesAreRoundedOnceAndNotEachByItself() {
        var line = UnitPrice.of("0.0333").times(1);

        var lines = new RoundedLines(Collections.nCopies(1_000, line));

        assertThat(lines.total()).isEqualTo(Money.yuan("33.30"));
        assertThat(Money.sum(lines.amounts())).isEqualTo(Money.yuan("33.30"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void displayedLinesSumToTheTotalAndAreLessThanAFenOff(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var exact = exactPrices(random);
            var lines = new RoundedLines(exact);
            var amounts = lines.amounts();
            assertThat(Money.sum(amounts)).isEqualTo(lines.total());
            for (int i = 0; i < exact.size(); i++) {
                var off = amounts.get(i).toYuan().subtract(exact.get(i)).abs();
                assertThat(off).isLessThan(new BigDecimal("0.01"));
            }
        }
    }

    private static List<BigDecimal> exactPrices(Random random) {
        return random.longs(1 + random.nextInt(20), 0, 1_000_000)
                .mapToObj(tenThousandths -> BigDecimal.valueOf(tenThousandths, 4))
                .toList();
    }
}
