package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.BusinessTime;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TestClockTest {

    private final TestClock.Reader reader = new TestClock.Reader();

    @Test
    void startsAtTheInstantThatIsNamed() {
        assertThat(reader.convert("2025-01-01T08:00:00+08:00").start())
                .contains(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void startsNowWhenItIsOnlyAdjustable() {
        assertThat(reader.convert("adjustable").start()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01", "2025-01-01T08:00:00", "now", ""})
    void refusesAnInstantWithoutItsOffset(String text) {
        assertThatThrownBy(() -> reader.convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void opensTheDemoOnAFirstDayAtEight() {
        var start = TestClock.firstDayOfLastMonth().start().orElseThrow().atZone(BusinessTime.ZONE);

        assertThat(start.getDayOfMonth()).isEqualTo(1);
        assertThat(start.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
        assertThat(start.toInstant()).isBefore(Instant.now().minusSeconds(27 * 86_400L));
    }
}
