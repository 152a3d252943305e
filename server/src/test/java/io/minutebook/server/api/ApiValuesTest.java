package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.billing.Money;
import io.minutebook.server.problem.BadValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiValuesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.01, 1",
        "4205.00, 420500",
        "4205.0, 420500",
        "4205, 420500",
        "999999999999999.99, 99999999999999999"
    })
    void readsAmountsByTheirValue(String text, long fen) {
        assertThat(ApiValues.amount(text)).isEqualTo(new Money(fen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-1.00", "+1.00", "1.001", "1.", ".5", "1,000.00", "1e1000000", "1E2", "0x10", "NaN", "Infinity",
                "1000000000000000.00", "١٢٣", "1.00 ", "\u0000"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThatExceptionOfType(BadValue.class).isThrownBy(() -> ApiValues.amount(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31T23:59:59.999+08:00, 2025-01-31T15:59:59.999Z",
        "2025-01-31T15:59:59.999Z,      2025-01-31T15:59:59.999Z",
        "2025-01-31T23:59:59.9999996+08:00, 2025-01-31T15:59:59.999Z",
        "2025-01-31T10:59:59-05:00,     2025-01-31T15:59:59Z"
    })
    void readsTimesOfAnyOffsetAndCutsThemToMilliseconds(String text, Instant instant) {
        assertThat(ApiValues.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "2025-01-31", "2025-01-31T23:59:59", "2025-02-30T00:00:00Z", "2025-01-31T24:01:00Z", "1738339199",
                "+999999999-01-01T00:00:00Z", "2025-01-31T23:59:59.999+08:00[Asia/Shanghai]"
            })
    void refusesTimesThatLeaveAnythingOpen(String text) {
        assertThatExceptionOfType(BadValue.class).isThrownBy(() -> ApiValues.instant(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-13", "2025-1", "2025-00", "202501", "2025-01-01", "-2025-01", ""})
    void refusesWhatIsNoMonth(String text) {
        assertThatExceptionOfType(BadValue.class).isThrownBy(() -> ApiValues.month(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\ud800", "\udc00\ud800", "\u007f"})
    void refusesTextsThatCannotBeStored(String text) {
        assertThatExceptionOfType(BadValue.class).isThrownBy(() -> ApiValues.text(text));
    }

    @Test
    void acceptsTextsOfAnyLanguage() {
        assertThat(ApiValues.text("云联络中心 😀 é")).isEqualTo("云联络中心 😀 é");
    }
}
