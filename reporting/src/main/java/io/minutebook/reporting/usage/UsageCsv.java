package io.minutebook.reporting.usage;

import io.minutebook.reporting.csv.CsvFile;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/** The monthly usage detail as a file. What it writes for a row may never change: another layout is another version. */
public final class UsageCsv {

    /** Names this layout wherever a file's origin is recorded. */
    public static final String VERSION = "usage-csv/1";

    static final List<String> COLUMNS = List.of(
            "billing_month", "account_id", "application_id", "record_id", "session_id", "leg_id", "leg_type", "meter",
            "direction", "service_number", "caller", "callee", "started_at", "answered_at", "ended_at",
            "duration_seconds", "billed_minutes", "drawn_minutes", "uncovered_minutes", "pack_draws",
            "late_from_month");

    private final CsvFile file;

    private UsageCsv(CsvFile file) {
        this.file = file;
    }

    /** Writes all rows to the stream, which stays the caller's to close. */
    public static void write(UsageDetail detail, OutputStream out) {
        write(detail, out, _ -> {});
    }

    /** As {@link #write(UsageDetail, OutputStream)}, and shows each row to somebody beside. */
    public static void write(UsageDetail detail, OutputStream out, Consumer<UsageRow> reader) {
        var csv = begin(out);
        detail.forEach(row -> {
            csv.row(row);
            reader.accept(row);
        });
        csv.end();
    }

    static UsageCsv begin(OutputStream out) {
        return new UsageCsv(CsvFile.begin(out, COLUMNS));
    }

    void row(UsageRow row) {
        file.row(
                row.billingMonth(), row.accountId(), row.applicationId(), row.recordId(), row.sessionId(), row.legId(),
                row.legType(), row.meter(), row.direction(), row.serviceNumber(), row.caller(), row.callee(),
                row.startedAt(), row.answeredAt(), row.endedAt(), row.durationSeconds(), row.billedMinutes(),
                row.drawnMinutes(), row.uncoveredMinutes(), PackDraw.written(row.packDraws()), row.lateFromMonth());
    }

    void end() {
        file.end();
    }
}
