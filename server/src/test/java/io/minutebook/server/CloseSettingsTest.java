package io.minutebook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.BillingMonth;
import io.minutebook.server.embedded.CannotStart;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloseSettingsTest {

    private static final BillingMonth MARCH = BillingMonth.parse("2025-03");
    private static final BillingMonth APRIL = BillingMonth.parse("2025-04");

    @Test
    void closesOnTheThirdOfTheNextMonthInShanghai() {
        assertThat(with(null).dueAt(MARCH)).isEqualTo(Instant.parse("2025-04-02T18:00:00Z"));
    }

    @Test
    void theFirstMonthIsTheOneThatIsNamedElseTheUsualOne() {
        assertThat(with("2024-12").firstMonthOr(MARCH, APRIL)).isEqualTo(BillingMonth.parse("2024-12"));
        assertThat(with("2025-04").firstMonthOr(MARCH, APRIL)).isEqualTo(APRIL);
        assertThat(with(null).firstMonthOr(MARCH, APRIL)).isEqualTo(MARCH);
    }

    @Test
    void theFirstMonthHasBegunElseAllUsageWouldBeLateInIt() {
        assertThatThrownBy(() -> with("2025-05").firstMonthOr(MARCH, APRIL))
                .isInstanceOf(CannotStart.class)
                .hasMessage("minutebook.close.first-month: 2025-05 has not begun; name 2025-04 or an earlier one,"
                        + " or leave it out");
    }

    private static CloseSettings with(@Nullable String firstMonth) {
        return new CloseSettings(true, 3, "02:00", Duration.ofHours(6), firstMonth);
    }
}
