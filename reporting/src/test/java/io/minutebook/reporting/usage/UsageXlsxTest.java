package io.minutebook.reporting.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.MonthStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class UsageXlsxTest {

    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final Instant AS_OF = Instant.parse("2025-02-03T02:00:00Z");
    private static final Instant ENDED = Instant.parse("2025-01-31T15:59:59.250Z");

    @Test
    void aRowHasTheColumnsOfTheCsvWithNumbersAndTimesAsSuch() throws IOException {
        var sheet = sheet(0, Language.ZH, MonthStatus.PROVISIONAL, row("r-1", 2));
        var row = sheet.getLast();

        assertThat(sheet.getFirst().stream().map(cell -> cell.getText()))
                .hasSize(UsageCsv.COLUMNS.size())
                .startsWith("账期", "账号")
                .contains("计费分钟数", "抵扣套餐包");
        assertThat(row.getCellText(2)).isEqualTo("1400000001");
        assertThat(row.getCellText(10)).isEqualTo("+86755****5678");
        assertThat(row.getCellAsDate(14)).contains(LocalDateTime.parse("2025-01-31T23:59:59.250"));
        assertThat(row.getCellAsNumber(15)).contains(new BigDecimal("109.250"));
        assertThat(row.getCellAsNumber(16)).contains(new BigDecimal("2"));
        assertThat(row.getCellText(19)).isEqualTo("P1:2");
    }

    @Test
    void headingsAreEnglishWhereAskedFor() throws IOException {
        assertThat(sheet(0, Language.EN, MonthStatus.FINAL).getFirst().getCellText(16)).isEqualTo("Billed minutes");
    }

    @Test
    void theSheetsSayWhetherTheMonthIsFinal() throws IOException {
        assertThat(names(Language.ZH, MonthStatus.PROVISIONAL)).containsExactly("用量明细 非最终结果", "合计");
        assertThat(names(Language.EN, MonthStatus.FINAL)).containsExactly("Usage Final", "Totals");
    }

    @Test
    void theLastSheetSumsUpByMeter() throws IOException {
        var totals = sheet(1, Language.EN, MonthStatus.FINAL, row("r-1", 2), row("r-2", 3));

        assertThat(totals).hasSize(2);
        assertThat(totals.getLast().stream().map(cell -> cell.getText()).toList())
                .startsWith("2025-01", "Final")
                .endsWith("Landline outbound", "2", "218.500", "5", "5", "0");
    }

    @Test
    void theSameRowsGiveTheSameBytes() {
        assertThat(written(Language.ZH, MonthStatus.FINAL, row("r-1", 2)))
                .isEqualTo(written(Language.ZH, MonthStatus.FINAL, row("r-1", 2)));
    }

    private static List<String> names(Language language, MonthStatus status) throws IOException {
        try (var workbook = open(written(language, status))) {
            return workbook.getSheets().map(sheet -> sheet.getName()).toList();
        }
    }

    private static List<Row> sheet(int number, Language language, MonthStatus status, UsageRow... rows)
            throws IOException {
        try (var workbook = open(written(language, status, rows))) {
            return workbook.getSheet(number).orElseThrow().read();
        }
    }

    private static ReadableWorkbook open(byte[] file) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(file));
    }

    private static byte[] written(Language language, MonthStatus status, UsageRow... rows) {
        var out = new ByteArrayOutputStream();
        var detail = new StoredUsage(JANUARY, status, AS_OF, reader -> List.of(rows).forEach(reader));
        UsageXlsx.write(detail, language, out);
        return out.toByteArray();
    }

    private static UsageRow row(String recordId, long minutes) {
        return new UsageRow(
                JANUARY, new AccountId("1300000001"), 1_400_000_001L, recordId, "s-1", "main", LegType.MAIN,
                Meter.LANDLINE_OUTBOUND, Direction.OUTBOUND, "075512345678", "+86755****5678", "+86138****8000",
                Instant.parse("2025-01-31T15:58:00Z"), Instant.parse("2025-01-31T15:58:10Z"), ENDED,
                new BigDecimal("109.250"), minutes, minutes, 0,
                List.of(new PackDraw(new PackId("P1"), minutes)), null);
    }
}
