package io.minutebook.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingMonthTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-01-31T15:59:59.999Z,      2025-01
            2025-01-31T16:00:00Z,          2025-02
            2025-01-31T23:59:59.999+08:00, 2025-01
            2025-02-01T00:00:00+08:00,     2025-02
            2024-02-29T23:59:59.999+08:00, 2024-02
            2024-12-31T16:00:00Z,          2025-01
            """)
    void isTheMonthInShanghai(Instant endedAt, String month) {
        assertThat(BillingMonth.of(endedAt)).hasToString(month);
    }

    @Test
    void beginsAtMidnightInShanghai() {
        assertThat(BillingMonth.parse("2025-03").start()).isEqualTo("2025-02-28T16:00:00Z");
    }

    @Test
    void daysFollowTheZoneAndNotAnOffset() {
        var inDaylightSavingTime = Instant.parse("1988-07-31T15:30:00Z");

        assertThat(BillingMonth.of(inDaylightSavingTime)).hasToString("1988-08");
    }

    @Test
    void decemberIsFollowedByJanuary() {
        assertThat(BillingMonth.parse("2024-12").next()).isEqualTo(BillingMonth.parse("2025-01"));
    }
}
