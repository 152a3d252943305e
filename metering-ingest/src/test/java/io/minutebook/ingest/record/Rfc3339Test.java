package io.minutebook.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @CsvSource({
        "2025-01-31T23:59:59.123+08:00, 2025-01-31T15:59:59.123Z",
        "2025-01-31T15:59:59.123Z, 2025-01-31T15:59:59.123Z",
        "2025-01-31t15:59:59.123z, 2025-01-31T15:59:59.123Z",
        "2025-01-31T15:59:59Z, 2025-01-31T15:59:59Z",
        "2025-01-31T15:59:59.1Z, 2025-01-31T15:59:59.1Z",
        "2025-01-31T15:59:59.12Z, 2025-01-31T15:59:59.12Z",
        "2025-01-31T23:59:59.9999996+08:00, 2025-01-31T15:59:59.999Z",
        "2025-01-31T23:59:59.999999999+08:00, 2025-01-31T15:59:59.999Z",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
        "2024-02-29T00:00:00-03:30, 2024-02-29T03:30:00Z",
        "2025-01-31T00:00:00-00:00, 2025-01-31T00:00:00Z",
        "2025-01-31T00:00:00+23:59, 2025-01-30T00:01:00Z"
    })
    void readsAnyOffsetAndCutsOffWhatIsFinerThanAMillisecond(String text, Instant instant) {
        assertThat(Rfc3339.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "2025-01-31",
        "2025-01-31T15:59:59",
        "2025-01-31T15:59:59.123",
        "2025-01-31T15:59Z",
        "2025-01-31 15:59:59Z",
        "2025-01-31T15:59:59,123Z",
        "2025-01-31T15:59:59.Z",
        "2025-01-31T15:59:59.1234567890Z",
        "2025-01-31T15:59:59.123+0800",
        "2025-01-31T15:59:59.123+08",
        "2025-01-31T15:59:59.123+24:00",
        "2025-01-31T15:59:59.123+08:60",
        "2025-01-31T15:59:59.123*08:00",
        "2025-01-31T15:59:59.123ZZ",
        "2025-02-29T00:00:00Z",
        "2025-04-31T00:00:00Z",
        "2025-00-01T00:00:00Z",
        "2025-13-01T00:00:00Z",
        "2025-01-00T00:00:00Z",
        "2025-01-31T24:00:00Z",
        "2025-01-31T00:60:00Z",
        "2025-01-31T00:00:60Z",
        "-025-01-31T00:00:00Z",
        "12025-01-31T00:00:00Z",
        "２０２５-01-31T00:00:00Z",
        "1736906400000"
    })
    void refusesWhatNoClockShowsOrHasNoOffset(String text) {
        assertThat(Rfc3339.parse(text)).isNull();
    }

    @Test
    void agreesWithTheJavaLibraryOnAnyInstant() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var instant = Instant.ofEpochMilli(random.nextLong(-60_000_000_000_000L, 250_000_000_000_000L));
            var offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
            var text = OffsetDateTime.ofInstant(instant, offset).toString();
            if (!hasSeconds(text)) continue;
            assertThat(Rfc3339.parse(text)).as("%s, seed %d", text, seed).isEqualTo(instant);
        }
    }

    /** The library leaves out seconds that are zero. */
    private static boolean hasSeconds(String text) {
        return text.charAt(16) == ':';
    }
}
