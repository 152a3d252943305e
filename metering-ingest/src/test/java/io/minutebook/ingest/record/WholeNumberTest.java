package io.minutebook.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0, 0", "60000, 60000", "60000.0, 60000", "6e4, 60000", "6.0E+4, 60000", "600000e-1, 60000",
        "0e99, 0", "-7, -7", "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808", "999999999999999, 999999999999999"
    })
    void readsANumberByItsValue(String spelling, long value) {
        assertThat(WholeNumber.parse(spelling)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e99", "1e1000000000", "1e-1000000000",
        "1e99999999999999999999", "100000000000000000000000000000000000000000"
    })
    void refusesPartsAndWhatNoLongHolds(String spelling) {
        assertThat(WholeNumber.parse(spelling)).isNull();
    }
}
