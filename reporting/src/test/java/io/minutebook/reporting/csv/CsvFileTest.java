package io.minutebook.reporting.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void endsEveryRowWithCarriageReturnAndLineFeed() {
        assertThat(fileOf("x", 1)).isEqualTo("a,b\r\nx,1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613800138000", "-1", "@SUM(A1)"})
    void putsAnApostropheBeforeATextThatBeginsLikeAFormula(String text) {
        assertThat(fileOf("x", text)).isEqualTo("a,b\r\nx,'" + text + "\r\n");
    }

    @Test
    void guardsTabsAndCarriageReturnsToo() {
        assertThat(fileOf("x", "\t1")).isEqualTo("a,b\r\nx,'\t1\r\n");
        assertThat(fileOf("x", "\r1")).isEqualTo("a,b\r\nx,\"'\r1\"\r\n");
    }

    @Test
    void leavesNumbersAndMoneyAsTheyAre() {
        assertThat(fileOf(-1, new Money(-450))).isEqualTo("a,b\r\n-1,-4.50\r\n");
        assertThat(fileOf(1, new BigDecimal("-0.001"))).isEqualTo("a,b\r\n1,-0.001\r\n");
    }

    @Test
    void quotesWhatHoldsASeparatorAQuoteOrALineBreak() {
        assertThat(fileOf("a,b", "say \"hi\"")).isEqualTo("a,b\r\n\"a,b\",\"say \"\"hi\"\"\"\r\n");
        assertThat(fileOf("x", "one\ntwo")).isEqualTo("a,b\r\nx,\"one\ntwo\"\r\n");
    }

    @Test
    void writesTimesInShanghaiWithMilliseconds() {
        assertThat(fileOf("x", Instant.parse("2025-01-31T15:59:59.999Z")))
                .isEqualTo("a,b\r\nx,2025-01-31T23:59:59.999+08:00\r\n");
        assertThat(fileOf("x", Instant.parse("1990-07-01T00:00:00Z")))
                .isEqualTo("a,b\r\nx,1990-07-01T09:00:00.000+09:00\r\n");
    }

    @Test
    void writesNothingForWhatIsAbsentAndUtf8ForAnyScript() {
        assertThat(fileOf("云联络中心", null)).isEqualTo("a,b\r\n云联络中心,\r\n");
    }

    private static String fileOf(@Nullable Object... values) {
        var out = new ByteArrayOutputStream();
        var file = CsvFile.begin(out, List.of("a", "b"));
        file.row(values);
        file.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
