package io.minutebook.reporting.files;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthFigures;
import java.util.Arrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** The final files of a month as they are stored, to be compared with files made again, and mended by them. */
public final class StoredFiles {

    private static final String HOLDS =
            """
            select count(*) = 1 from month_file
            where month = ? and account_id = ? and kind = ? and renderer = ? and rows = ? and bytes = ? and sha256 = ?""";

    private static final String PUT_PART =
            """
            insert into month_file_part (month, account_id, kind, part, content) values (?, ?, ?, ?, ?)
            on conflict (month, account_id, kind, part) do update set content = excluded.content""";

    private static final String PUT_FILE =
            """
            insert into month_file (month, account_id, kind, renderer, rows, bytes, sha256, minutes, totals_fen)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (month, account_id, kind) do update
            set renderer = excluded.renderer, rows = excluded.rows, bytes = excluded.bytes, sha256 = excluded.sha256,
                minutes = excluded.minutes, totals_fen = excluded.totals_fen""";

    private final JdbcTemplate jdbc;
    private final String month;

    public StoredFiles(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = jdbc;
        this.month = month.toString();
    }

    public boolean holds(MonthFile file) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                HOLDS, Boolean.class, month, file.accountId(), file.kind(), file.renderer(), file.rows(), file.bytes(),
                file.sha256()));
    }

    public boolean holds(String accountId, String kind, int number, byte[] content) {
        var stored = jdbc.queryForList(
                "select content from month_file_part where month = ? and account_id = ? and kind = ? and part = ?",
                byte[].class,
                month,
                accountId,
                kind,
                number);
        return stored.size() == 1 && Arrays.equals(stored.getFirst(), content);
    }

    public long countFiles() {
        return count("select count(*) from month_file where month = ?");
    }

    public long countParts() {
        return count("select count(*) from month_file_part where month = ?");
    }

    private long count(String sql) {
        var count = jdbc.queryForObject(sql, Long.class, month);
        return count == null ? 0 : count;
    }

    public void put(String accountId, String kind, int number, byte[] content) {
        jdbc.update(PUT_PART, month, accountId, kind, number, content);
    }

    /** With parts beyond its end taken away. */
    public void put(MonthFile file, MonthFigures figures) {
        jdbc.update(
                PUT_FILE, month, file.accountId(), file.kind(), file.renderer(), file.rows(), file.bytes(),
                file.sha256(), MonthFiles.written(figures.minutesByMeter()), MonthFiles.written(figures.totals()));
        long parts = Math.ceilDiv(file.bytes(), FileParts.PART_BYTES);
        jdbc.update(
                "delete from month_file_part where month = ? and account_id = ? and kind = ? and part >= ?",
                month,
                file.accountId(),
                file.kind(),
                parts);
    }
}
