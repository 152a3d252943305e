package io.minutebook.reporting.xlsx;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.UnitPrice;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that is written row by row and never held in memory. Numbers, money and times are typed cells, times in
 * Asia/Shanghai; all else is text that no spreadsheet runs. The same rows and the same time of creation give the same
 * bytes.
 */
public final class XlsxFile {

    /** As many as a sheet can hold, the heading among them. */
    public static final int ROWS_OF_A_SHEET = 1_048_576;

    private static final int BUFFERED_CHARS = 1 << 16;
    private static final int COMPRESSION = 3;
    private static final long FIRST_DAY = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final ZipOutputStream zip;
    private final Writer writer;
    private final String title;
    private final Instant createdAt;
    private final int rowsOfASheet;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder xml = new StringBuilder();

    private String name = "";
    private int continued;
    private List<SheetColumn> columns = List.of();
    private List<String> letters = List.of();
    private int rows;

    private XlsxFile(OutputStream out, String title, Instant createdAt, int rowsOfASheet) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(COMPRESSION);
        writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), BUFFERED_CHARS);
        this.title = title;
        this.createdAt = createdAt;
        this.rowsOfASheet = rowsOfASheet;
    }

    /**
     * Begins a workbook without sheets; the stream stays the caller's to close.
     *
     * @param title also printed above each page
     */
    public static XlsxFile begin(OutputStream out, String title, Instant createdAt) {
        return begin(out, title, createdAt, ROWS_OF_A_SHEET);
    }

    static XlsxFile begin(OutputStream out, String title, Instant createdAt, int rowsOfASheet) {
        return new XlsxFile(out, title, createdAt, rowsOfASheet);
    }

    /** Begins a sheet with its headings, which stay in sight; when it is full, another follows by itself. */
    public void sheet(String sheetName, List<SheetColumn> sheetColumns) {
        name = sheetName;
        continued = 1;
        columns = List.copyOf(sheetColumns);
        letters = lettersOf(columns.size());
        beginSheet();
    }

    public void row(@Nullable Object... cells) {
        if (rows == rowsOfASheet) {
            continued++;
            beginSheet();
        }
        beginRow("");
        for (int column = 0; column < cells.length; column++) {
            var cell = cells[column];
            if (cell != null) append(column, cell);
        }
        endRow();
    }

    public void end() {
        try {
            endSheet();
            part("xl/workbook.xml", Parts.workbook(names));
            part("xl/_rels/workbook.xml.rels", Parts.workbookRelations(names.size()));
            part("xl/styles.xml", Parts.STYLES);
            part("docProps/core.xml", Parts.properties(title, createdAt));
            part("_rels/.rels", Parts.RELATIONS);
            part("[Content_Types].xml", Parts.contentTypes(names.size()));
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginSheet() {
        try {
            endSheet();
            names.add(continued == 1 ? name : name + " " + continued);
            entry("xl/worksheets/sheet" + names.size() + ".xml");
            writer.write(Parts.beginSheet(columns, names.size() == 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows = 0;
        beginRow(" ht=\"24\" customHeight=\"1\"");
        for (int column = 0; column < columns.size(); column++) {
            text(column, columns.get(column).heading(), CellStyle.HEADING);
        }
        endRow();
    }

    private void endSheet() throws IOException {
        if (names.isEmpty()) return;
        writer.write(Parts.endSheet(title, letters.getLast() + rows));
        closeEntry();
    }

    private void part(String path, String content) throws IOException {
        entry(path);
        writer.write(content);
        closeEntry();
    }

    private void entry(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    private void closeEntry() throws IOException {
        writer.flush();
        zip.closeEntry();
    }

    private void beginRow(String height) {
        rows++;
        xml.setLength(0);
        xml.append("<row r=\"").append(rows).append('"').append(height).append('>');
    }

    private void endRow() {
        try {
            writer.append(xml.append("</row>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(int column, Object cell) {
        switch (cell) {
            case Minutes minutes -> number(column, CellStyle.WHOLE).append(minutes.value()).append("</v></c>");
            case Long whole -> number(column, CellStyle.WHOLE).append(whole.longValue()).append("</v></c>");
            case Integer whole -> number(column, CellStyle.WHOLE).append(whole.intValue()).append("</v></c>");
            case Money money -> number(column, CellStyle.TWO_DECIMALS).append(money).append("</v></c>");
            case UnitPrice price -> number(column, CellStyle.UNIT_PRICE).append(price).append("</v></c>");
            case BigDecimal decimal ->
                number(column, CellStyle.THREE_DECIMALS).append(decimal.toPlainString()).append("</v></c>");
            case Instant instant -> {
                number(column, CellStyle.TIME);
                appendSerial(instant);
                xml.append("</v></c>");
            }
            default -> text(column, cell.toString());
        }
    }

    private StringBuilder number(int column, CellStyle style) {
        return begin(column, style).append("\"><v>");
    }

    private void text(int column, String text) {
        if (text.isEmpty()) return;
        boolean isQuoted = STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        text(column, text, isQuoted ? CellStyle.QUOTED : CellStyle.TEXT);
    }

    private void text(int column, String text, CellStyle style) {
        begin(column, style).append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        XmlText.append(xml, text);
        xml.append("</t></is></c>");
    }

    private StringBuilder begin(int column, CellStyle style) {
        return xml.append("<c r=\"").append(letters.get(column)).append(rows).append("\" s=\"").append(style.place());
    }

    /** Days since the last but one of 1899, as spreadsheets count, with ten decimals: 9 microseconds. */
    private void appendSerial(Instant instant) {
        long millisOfADay = 86_400_000L;
        long offset = BusinessTime.ZONE.getRules().getOffset(instant).getTotalSeconds() * 1_000L;
        long local = instant.toEpochMilli() + offset;
        long days = Math.floorDiv(local, millisOfADay) - FIRST_DAY;
        long fraction = (Math.floorMod(local, millisOfADay) * 10_000_000_000L + millisOfADay / 2) / millisOfADay;
        xml.append(days).append('.');
        var digits = Long.toString(fraction);
        xml.repeat('0', 10 - digits.length()).append(digits);
    }

    private static List<String> lettersOf(int count) {
        var names = new ArrayList<String>();
        for (int column = 0; column < count; column++) {
            var last = String.valueOf((char) ('A' + column % 26));
            names.add(column < 26 ? last : (char) ('A' + column / 26 - 1) + last);
        }
        return names;
    }
}
