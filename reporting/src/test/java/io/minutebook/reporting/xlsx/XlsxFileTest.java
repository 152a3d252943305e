package io.minutebook.reporting.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.UnitPrice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {

    private static final Instant CREATED = Instant.parse("2025-02-03T02:00:00Z");
    private static final List<SheetColumn> COLUMNS = Stream.of("Text", "金额", "At", "D", "E", "F", "G", "H", "I", "J")
            .map(heading -> new SheetColumn(heading, heading.equals("At") ? 24 : 12))
            .toList();

    @Test
    void numbersMoneyAndTimesAreTypedCells() throws IOException {
        var row = onlyRow(
                "Blue Whale & <Sons>", Money.yuan("-4260.50"), Instant.parse("2025-01-31T15:59:59.250Z"),
                new Minutes(30_000), new BigDecimal("109.250"), UnitPrice.of("0.0167"), 7L, 8, null, "");

        assertThat(row.getCellText(0)).isEqualTo("Blue Whale & <Sons>");
        assertThat(number(row, 1)).isEqualByComparingTo("-4260.5");
        assertThat(row.getCellAsDate(2)).contains(LocalDateTime.parse("2025-01-31T23:59:59.250"));
        assertThat(number(row, 3)).isEqualByComparingTo("30000");
        assertThat(number(row, 4)).isEqualByComparingTo("109.25");
        assertThat(number(row, 5)).isEqualByComparingTo("0.0167");
        assertThat(number(row, 6)).isEqualByComparingTo("7");
        assertThat(number(row, 7)).isEqualByComparingTo("8");
        assertThat(row.getCellCount()).as("cells without a value are left out").isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "=1+1", "+86138****8000", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")"
    })
    void aTextThatBeginsLikeAFormulaIsAQuotedText(String text) throws IOException {
        var cell = onlyRow(text).getCell(0);

        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.getText().replace('\n', '\r')).isEqualTo(text);
        assertThat(entry(written(file -> file.row(text)), "xl/worksheets/sheet1.xml"))
                .contains("<c r=\"A2\" s=\"" + CellStyle.QUOTED.place() + "\" t=\"inlineStr\">")
                .doesNotContain("<f>");
        assertThat(Parts.STYLES.split("<cellXfs", 2)[1].split("<xf ", -1)[CellStyle.QUOTED.place() + 1])
                .contains("quotePrefix=\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "1300000001", " =1", "'=1", "007", "2025-01", "a_x0041_b", "上海 🐋"})
    void otherTextsStayAsTheyAre(String text) throws IOException {
        var cell = onlyRow(text).getCell(0);

        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText().replace("_x005F_", "_")).isEqualTo(text);
    }

    @Test
    void whatXmlHasNoPlaceForIsWrittenByItsNumber() throws IOException {
        assertThat(onlyRow("a\0b\ud800c").getCellText(0)).isEqualTo("a_x0000_b\ufffdc");
    }

    @Test
    void anotherSheetFollowsOneThatIsFull() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = XlsxFile.begin(out, "t", CREATED, 3);
        file.sheet("Usage", COLUMNS);
        for (int row = 1; row <= 5; row++) file.row("row " + row);
        file.end();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(sheet -> sheet.getName()).containsExactly("Usage", "Usage 2", "Usage 3");
            var texts = new ArrayList<String>();
            for (var sheet : sheets) sheet.read().forEach(row -> texts.add(row.getCellText(0)));
            assertThat(texts).containsExactly(
                    "Text", "row 1", "row 2", "Text", "row 3", "row 4", "Text", "row 5");
        }
    }

    @Test
    void headingsStayInSightAndColumnsHaveTheirWidths() throws IOException {
        var sheet = entry(written(file -> file.row("x")), "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
                .contains("<col min=\"2\" max=\"2\" width=\"12\" customWidth=\"1\"/>")
                .contains("<autoFilter ref=\"A1:J2\"/>");
    }

    @Test
    void theSameRowsGiveTheSameBytesAndBearTheGivenTime() throws IOException {
        Consumer<XlsxFile> rows = file -> file.row("x", Money.yuan("1.00"), CREATED);

        assertThat(written(rows)).isEqualTo(written(rows));
        assertThat(entry(written(rows), "docProps/core.xml")).contains(">2025-02-03T02:00:00Z<");
    }

    private static Row onlyRow(@Nullable Object... cells) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(written(file -> file.row(cells))))) {
            return workbook.getFirstSheet().read().getLast();
        }
    }

    private static BigDecimal number(Row row, int column) {
        assertThat(row.getCell(column)).extracting(Cell::getType).isEqualTo(CellType.NUMBER);
        return row.getCellAsNumber(column).orElseThrow();
    }

    private static byte[] written(Consumer<XlsxFile> rows) {
        var out = new ByteArrayOutputStream();
        var file = XlsxFile.begin(out, "Usage 2025-01", CREATED);
        file.sheet("Usage", COLUMNS);
        rows.accept(file);
        file.end();
        return out.toByteArray();
    }

    private static String entry(byte[] workbook, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name);
    }
}
