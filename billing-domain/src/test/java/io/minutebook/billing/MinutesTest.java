package io.minutebook.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinutesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # milliseconds, minutes
                         0,       0
                         1,       1
                    59_001,       1
                    60_000,       1
                    60_001,       2
                   119_999,       2
                   120_000,       2
                86_400_000,    1440
            """)
    void aStartedMinuteCountsInFull(String millis, long minutes) {
        var talkTime = Duration.ofMillis(Long.parseLong(millis.replace("_", "")));

        assertThat(Minutes.started(talkTime)).isEqualTo(new Minutes(minutes));
    }

    @Test
    void areNeverNegative() {
        assertThatThrownBy(() -> new Minutes(1).minus(new Minutes(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doNotOverflowSilently() {
        assertThatThrownBy(() -> new Minutes(Long.MAX_VALUE).plus(new Minutes(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
