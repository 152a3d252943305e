package io.minutebook.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Disposition;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static final Customer.Habits HABITS = Customer.BLUE_WHALE.habits();
    private static final YearMonth MONTH = YearMonth.of(2025, 1);

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(month(7)).isEqualTo(month(7)).isNotEqualTo(month(8));
    }

    @Test
    void endOnTheirDayBeforeEight() {
        var day = LocalDate.of(2025, 1, 6);

        assertThat(new Calls(HABITS, 7).on(day)).allSatisfy(leg -> {
            var end = leg.endedAt().atZone(BusinessTime.ZONE);
            assertThat(end.toLocalDate()).isEqualTo(day);
            assertThat(end.toLocalTime()).isBefore(LocalTime.of(20, 0));
        });
    }

    @Test
    void areAnsweredExactlyWhenTheyHaveAnAnswer() {
        assertThat(month(7)).allSatisfy(leg ->
                assertThat(leg.answeredAt() != null).isEqualTo(leg.disposition() == Disposition.ANSWERED));
    }

    @Test
    void haveEachAnIdOfItsOwn() {
        assertThat(month(7)).extracting(leg -> leg.session() + ":" + leg.id()).doesNotHaveDuplicates();
    }

    private static List<Leg> month(long seed) {
        var calls = new Calls(HABITS, seed);
        var legs = new ArrayList<Leg>();
        for (int day = 1; day <= MONTH.lengthOfMonth(); day++) legs.addAll(calls.on(MONTH.atDay(day)));
        return legs;
    }
}
