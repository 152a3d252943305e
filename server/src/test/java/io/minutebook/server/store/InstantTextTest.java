package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    private static final long SEED = 19_700_101;

    @Test
    void writesAndReadsAsJavaDoes() {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            var instant = Instant.ofEpochMilli(random.nextLong(-10_000_000_000_000L, 300_000_000_000_000L));
            if (i % 3 == 0) instant = instant.truncatedTo(ChronoUnit.SECONDS);
            if (i % 7 == 0) instant = instant.plusNanos(random.nextInt(1_000_000_000));
            assertThat(InstantText.write(instant)).isEqualTo(instant.toString());
            assertThat(InstantText.read(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1970-01-01T00:00:00Z", "2024-02-29T23:59:59.999Z", "9999-12-31T23:59:59.999Z", "2025-01-31T15:59:59.100Z",
        "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "2025-01-31T15:59:59.123456Z"
    })
    void keepsWhatStandsAtAnEdge(String text) {
        assertThat(InstantText.write(InstantText.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "2025-01-01T25:00:00Z", "2025-01-01T00:60:00Z",
        "2025-01-01 00:00:00Z", "2025-01-01T00:00:00.1234", "2025-01-0xT00:00:00Z", "yesterday, at five o"
    })
    void refusesWhatIsNoInstant(String text) {
        assertThatThrownBy(() -> InstantText.read(text)).isInstanceOf(DateTimeException.class);
    }
}
