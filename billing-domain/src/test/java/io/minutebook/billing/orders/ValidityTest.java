package io.minutebook.billing.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # bought,                      last day,   usable until
            2023-07-24T10:00:00+08:00,     2024-07-24, 2024-07-25T00:00:00+08:00
            # the day is the day in Shanghai
            2023-07-23T16:00:00Z,          2024-07-24, 2024-07-25T00:00:00+08:00
            2023-07-24T23:59:59.999+08:00, 2024-07-24, 2024-07-25T00:00:00+08:00
            # into a leap year and out of one
            2023-02-28T12:00:00+08:00,     2024-02-28, 2024-02-29T00:00:00+08:00
            2024-02-28T12:00:00+08:00,     2025-02-28, 2025-03-01T00:00:00+08:00
            2024-02-29T12:00:00+08:00,     2025-02-28, 2025-03-01T00:00:00+08:00
            2024-12-31T23:59:59.999+08:00, 2025-12-31, 2026-01-01T00:00:00+08:00
            2025-01-01T00:00:00+08:00,     2026-01-01, 2026-01-02T00:00:00+08:00
            """)
    void isFromThePurchaseThroughTheSameDayAYearLater(Instant boughtAt, LocalDate lastDay, Instant until) {
        assertThat(Validity.ofOneYear(boughtAt)).isEqualTo(new Validity(boughtAt, until, lastDay));
    }
}
