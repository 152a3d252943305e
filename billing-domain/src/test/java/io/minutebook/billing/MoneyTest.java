package io.minutebook.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.004,     0.00
            0.005,     0.01
            1449.855,  1449.86
            1449.8549, 1449.85
            -0.005,    -0.01
            10020,     10020.00
            """)
    void roundsHalfUpToTheFen(BigDecimal exact, String rounded) {
        assertThat(Money.rounded(exact)).hasToString(rounded);
    }

    @Test
    void refusesMoreThanTwoDecimals() {
        assertThatThrownBy(() -> Money.yuan("0.001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void doesNotOverflowSilently() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.0167, 0.0167", "0.1450, 0.145", "50, 50.00", "0, 0.00"})
    void showsAUnitPriceWithoutTrailingZeros(String written, String shown) {
        assertThat(UnitPrice.of(written)).hasToString(shown).isEqualTo(UnitPrice.of(shown));
    }
}
