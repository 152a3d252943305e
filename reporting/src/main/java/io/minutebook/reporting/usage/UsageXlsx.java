package io.minutebook.reporting.usage;

import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.xlsx.SheetColumn;
import io.minutebook.reporting.xlsx.XlsxFile;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The monthly usage detail as a workbook: the rows and columns of the CSV, typed, and their sums by meter. */
public final class UsageXlsx {

    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("billing_month", 10), Map.entry("account_id", 14), Map.entry("application_id", 16),
            Map.entry("record_id", 52), Map.entry("session_id", 38), Map.entry("leg_id", 12),
            Map.entry("leg_type", 18), Map.entry("meter", 20), Map.entry("direction", 11),
            Map.entry("service_number", 17), Map.entry("caller", 17), Map.entry("callee", 17),
            Map.entry("started_at", 24), Map.entry("answered_at", 24), Map.entry("ended_at", 24),
            Map.entry("pack_draws", 28));
    private static final int USUAL_WIDTH = 13;

    private UsageXlsx() {}

    /** Writes all rows to the stream, which stays the caller's to close. */
    public static void write(UsageDetail detail, Language language, OutputStream out) {
        var status = language.word(detail.status());
        var file = XlsxFile.begin(
                out, language.word("sheet.usage") + " " + detail.month() + " · " + status, detail.asOf());
        file.sheet(language.word("sheet.usage") + " " + status, columns(language));
        var totals = new EnumMap<Meter, UsageTotal>(Meter.class);
        detail.forEach(row -> {
            file.row(cells(row));
            totals.put(row.meter(), totals.getOrDefault(row.meter(), UsageTotal.none(row.meter())).plus(row));
        });
        sumUp(file, detail, totals.values(), language);
        file.end();
    }

    private static List<SheetColumn> columns(Language language) {
        return UsageCsv.COLUMNS.stream()
                .map(name -> new SheetColumn(language.word("column." + name), WIDTHS.getOrDefault(name, USUAL_WIDTH)))
                .toList();
    }

    /** Numbers of applications are names: nobody sums them up, and a spreadsheet would round them. */
    private static Object[] cells(UsageRow row) {
        return new Object[] {
            row.billingMonth(), row.accountId(), Long.toString(row.applicationId()), row.recordId(), row.sessionId(),
            row.legId(), row.legType(), row.meter(), row.direction(), row.serviceNumber(), row.caller(), row.callee(),
            row.startedAt(), row.answeredAt(), row.endedAt(), row.durationSeconds(), row.billedMinutes(),
            row.drawnMinutes(), row.uncoveredMinutes(), PackDraw.written(row.packDraws()), row.lateFromMonth()
        };
    }

    private static void sumUp(
            XlsxFile file, UsageDetail detail, Iterable<UsageTotal> totals, Language language) {
        var headings = Stream.of(
                        "column.billing_month", "file.status", "file.as_of", "column.meter", "usage.records",
                        "column.duration_seconds", "column.billed_minutes", "column.drawn_minutes",
                        "column.uncovered_minutes")
                .map(key -> new SheetColumn(language.word(key), key.equals("file.as_of") ? 24 : 18))
                .toList();
        file.sheet(language.word("sheet.totals"), headings);
        for (var total : totals) {
            file.row(
                    detail.month(), language.word(detail.status()), detail.asOf(), language.word(total.meter()),
                    total.records(), total.seconds(), total.billed(), total.drawn(), total.uncovered());
        }
    }
}
