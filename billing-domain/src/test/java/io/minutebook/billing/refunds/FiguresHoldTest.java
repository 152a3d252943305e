package io.minutebook.billing.refunds;

import static io.minutebook.billing.refunds.Cases.at;
import static io.minutebook.billing.refunds.Cases.number;
import static io.minutebook.billing.refunds.Cases.pack;
import static io.minutebook.billing.refunds.Cases.seats;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.usage.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresHoldTest {

    /** A started day is a day; in the month of its end a number is not taken back. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-15T10:00:00.000, 2025-01-16T10:00:00.001",
        "2025-01-16T10:00:00.000, 2025-01-16T10:00:00.001",
        "2025-01-16T10:00:00.001, 2025-01-17T10:00:00.001",
        "2025-02-15T10:00:00.000, 2025-02-16T10:00:00.001",
        "2025-02-28T10:00:00.001, 2025-03-01T00:00:00.000",
        "2025-03-14T10:00:00.001, 2025-03-15T10:00:00.000",
    })
    void rentChangesWithEachStartedDay(String now, String until) {
        var held = number("2025-01-15T10:00", "2025-02-15T10:00", "2025-03-15T10:00");
        assertThat(until(held, now)).isEqualTo(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-15T10:00, 2025-02-15T10:00, 2025-01-21T00:00",
        "2025-01-15T10:00, 2025-01-17T10:00, 2025-01-17T10:00",
    })
    void seatsChangeAfterTheFifthDay(String boughtAt, String end, String until) {
        assertThat(until(seats(boughtAt, end), boughtAt)).isEqualTo(at(until));
    }

    @Test
    void aPackChangesByTimeAtItsEndAlone() {
        assertThat(until(pack(Meter.AUDIO, 5, "0.03"), "2025-06-01T00:00")).isEqualTo(at("2026-01-11T00:00"));
    }

    private static Object until(Held held, String now) {
        return new FiguresHold(RefundTerms.DEFAULT, at(now)).until(held).orElseThrow();
    }
}
