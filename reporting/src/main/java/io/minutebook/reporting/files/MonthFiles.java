package io.minutebook.reporting.files;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.months.MonthFigures;
import io.minutebook.billing.months.MonthTotals;
import io.minutebook.billing.usage.Meter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The final files as they are kept in the database; of one that is read, a part is in memory at a time. */
public final class MonthFiles {

    /** Stands for the account of the manifest, which is of all. */
    static final String OF_ALL = "";

    static final String MANIFEST = "MANIFEST";

    private static final String FILE =
            """
            select account_id, kind, renderer, rows, bytes, sha256 from month_file
            where month = ? and account_id = ? and kind = ?""";

    private final JdbcTemplate jdbc;

    public MonthFiles(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public Optional<MonthFile> find(AccountId account, BillingMonth month, FileKind kind) {
        return find(account.value(), month, kind.name());
    }

    /** The list of all files of a month with their digests. */
    public Optional<MonthFile> manifest(BillingMonth month) {
        return find(OF_ALL, month, MANIFEST);
    }

    private Optional<MonthFile> find(String account, BillingMonth month, String kind) {
        return jdbc.query(FILE, (row, _) -> fileOf(row), month.toString(), account, kind).stream().findFirst();
    }

    static MonthFile fileOf(ResultSet row) throws SQLException {
        return new MonthFile(
                row.getString("account_id"),
                row.getString("kind"),
                row.getString("renderer"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getString("sha256"));
    }

    /**
     * Writes the bytes [from, until) to the stream, which stays the caller's to close.
     *
     * @throws IllegalStateException where a part is missing or cut
     */
    public void write(BillingMonth month, MonthFile file, long from, long until, OutputStream out) {
        for (long at = from; at < until; ) {
            long number = at / FileParts.PART_BYTES;
            var part = part(month, file, number);
            int begin = (int) (at - number * FileParts.PART_BYTES);
            int end = (int) Math.min(part.length, until - number * FileParts.PART_BYTES);
            if (begin >= end) throw damaged(month, file, number);
            write(out, part, begin, end);
            at += end - begin;
            boolean isCut = at < until && part.length < FileParts.PART_BYTES;
            if (isCut) throw damaged(month, file, number);
        }
    }

    private static void write(OutputStream out, byte[] part, int begin, int end) {
        try {
            out.write(part, begin, end - begin);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private byte[] part(BillingMonth month, MonthFile file, long number) {
        return jdbc.queryForList(
                        """
                        select content from month_file_part
                        where month = ? and account_id = ? and kind = ? and part = ?""",
                        byte[].class,
                        month.toString(),
                        file.accountId(),
                        file.kind(),
                        number)
                .stream()
                .findFirst()
                .orElseThrow(() -> damaged(month, file, number));
    }

    private static IllegalStateException damaged(BillingMonth month, MonthFile file, long number) {
        return new IllegalStateException("part %d of the final file %s of account %s, %s, is missing or cut: run"
                .formatted(number, file.kind(), file.accountId(), month) + " verify --month " + month + " --repair");
    }

    /** What the files written so far come to. */
    public MonthFigures figures(BillingMonth month) {
        var sum = new MonthFigures[] {MonthFigures.NONE};
        jdbc.query(
                "select kind, rows, minutes, totals_fen from month_file where month = ? and account_id <> ''",
                row -> {
                    sum[0] = plus(sum[0], row);
                },
                month.toString());
        return sum[0];
    }

    private static MonthFigures plus(MonthFigures sum, ResultSet row) throws SQLException {
        return switch (FileKind.valueOf(row.getString("kind"))) {
            case USAGE -> sum.plusUsage(row.getLong("rows"), minutesOf(row.getString("minutes")));
            case BILL -> sum.plusBill(totalsOf((Long[]) row.getArray("totals_fen").getArray()));
            case BILL_DETAIL -> sum;
        };
    }

    static String written(Map<Meter, Long> minutes) {
        return minutes.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(";"));
    }

    private static Map<Meter, Long> minutesOf(String written) {
        var minutes = new EnumMap<Meter, Long>(Meter.class);
        for (var one : written.isEmpty() ? new String[0] : written.split(";", -1)) {
            int colon = one.indexOf(':');
            minutes.put(Meter.valueOf(one.substring(0, colon)), Long.parseLong(one.substring(colon + 1)));
        }
        return minutes;
    }

    static Long[] written(MonthTotals of) {
        return Arrays.stream(new Money[] {
                    of.listPrice(), of.discount(), of.amount(), of.voucher(), of.gift(), of.revenueShare(), of.cash()
                })
                .map(Money::fen)
                .toArray(Long[]::new);
    }

    private static MonthTotals totalsOf(Long[] fen) {
        return new MonthTotals(
                new Money(fen[0]), new Money(fen[1]), new Money(fen[2]), new Money(fen[3]), new Money(fen[4]),
                new Money(fen[5]), new Money(fen[6]));
    }
}
