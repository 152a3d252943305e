package io.minutebook.reporting.csv;

import io.minutebook.billing.BusinessTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Rows written as RFC 4180 with CRLF in UTF-8. A text that begins like a formula gets an apostrophe before it, a
 * number does not; times are written in Asia/Shanghai with milliseconds, what is absent as nothing.
 */
public final class CsvFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n")
            .get();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(BusinessTime.ZONE);

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    private CsvFile(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Begins a file with its header; the stream stays the caller's to close. */
    public static CsvFile begin(OutputStream out, List<String> header) {
        try {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            var file = new CsvFile(new CSVPrinter(writer, FORMAT));
            file.printer.printRecord(header);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(@Nullable Object... values) {
        var cells = new ArrayList<String>(values.length);
        for (var value : values) cells.add(cell(value));
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void end() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> TIME.format(instant);
            case String text -> guarded(text);
            default -> value.toString();
        };
    }

    private static String guarded(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
