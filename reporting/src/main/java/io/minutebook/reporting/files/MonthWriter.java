package io.minutebook.reporting.files;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthFigures;
import io.minutebook.postgres.CopiedRows;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Writes the final files of a closed month, account by account, and their manifest. Killed at any point, it goes on
 * after the last account whose files are complete. What is written is few MiB at a time, in short transactions.
 */
public final class MonthWriter {

    private static final int ACCOUNTS_AT_ONCE = 500;
    private static final long BYTES_AT_ONCE = 4L * FileParts.PART_BYTES;
    private static final List<String> PART_COLUMNS = List.of("month", "account_id", "kind", "part", "content");

    private static final String INSERT_FILE =
            """
            insert into month_file (month, account_id, kind, renderer, rows, bytes, sha256, minutes, totals_fen)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager manager;

    public MonthWriter(DataSource dataSource, PlatformTransactionManager manager) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.manager = manager;
    }

    /**
     * Answers the digest of the manifest.
     *
     * @param boundary the position of the event that closed the month
     * @param requireTurn throws where another process may be at it
     * @throws NotReadYet where the read models are not there yet
     */
    public String write(BillingMonth month, long boundary, Runnable requireTurn) {
        try (var reads = new ClosedReads(manager, dataSource, boundary)) {
            return new Writing(month, reads, requireTurn).all();
        }
    }

    /** One run for one month. */
    private final class Writing {
        private final BillingMonth month;
        private final ClosedReads reads;
        private final Runnable requireTurn;
        private final AccountFiles files;
        private CopiedRows parts = new CopiedRows("month_file_part", PART_COLUMNS);
        private long gathered;

        Writing(BillingMonth month, ClosedReads reads, Runnable requireTurn) {
            this.month = month;
            this.reads = reads;
            this.requireTurn = requireTurn;
            this.files = new AccountFiles(dataSource, month);
        }

        String all() {
            var after = lastComplete();
            dropAfter(after);
            List<String> accounts;
            do {
                requireTurn.run();
                accounts = accountsAfter(after);
                for (var account : accounts) write(new AccountId(account));
                if (!accounts.isEmpty()) after = accounts.getLast();
            } while (accounts.size() == ACCOUNTS_AT_ONCE);
            var digest = manifest();
            keep();
            reads.commit();
            return digest;
        }

        /** The last kind of file is written last. */
        private String lastComplete() {
            var last = jdbc.queryForObject(
                    "select max(account_id) from month_file where month = ? and kind = 'BILL_DETAIL'",
                    String.class,
                    month.toString());
            return last == null ? "" : last;
        }

        private void dropAfter(String account) {
            for (var table : List.of("month_file", "month_file_part")) {
                jdbc.update(
                        "delete from " + table + " where month = ? and (account_id > ? or account_id = '')",
                        month.toString(),
                        account);
            }
        }

        private List<String> accountsAfter(String account) {
            return jdbc.queryForList(
                    "select account_id from account_view where account_id > ? order by account_id limit ?",
                    String.class,
                    account,
                    ACCOUNTS_AT_ONCE);
        }

        private void write(AccountId account) {
            if (!files.isEmpty(account)) {
                for (var kind : FileKind.values()) write(account, kind);
            }
            breathe();
        }

        private void write(AccountId account, FileKind kind) {
            var facts = files.write(account, kind, new FileParts((number, content) ->
                    take(account.value(), kind.name(), number, content)));
            insert(account.value(), kind.name(), kind.renderer(), facts);
        }

        private void take(String account, String kind, int number, byte[] content) {
            parts.row().text(month.toString()).text(account).text(kind).int8(number).bytes(content);
            gathered += content.length;
            if (gathered >= BYTES_AT_ONCE) keep();
            breathe();
        }

        private void insert(String account, String kind, String renderer, FileFacts facts) {
            jdbc.update(
                    INSERT_FILE,
                    month.toString(),
                    account,
                    kind,
                    renderer,
                    facts.rows(),
                    facts.bytes(),
                    facts.sha256(),
                    MonthFiles.written(facts.figures().minutesByMeter()),
                    MonthFiles.written(facts.figures().totals()));
        }

        private void breathe() {
            if (!reads.isLong()) return;
            keep();
            reads.renew();
            requireTurn.run();
        }

        private void keep() {
            parts.write(jdbc);
            parts = new CopiedRows("month_file_part", PART_COLUMNS);
            gathered = 0;
        }

        private String manifest() {
            var out = new FileParts((number, content) -> take(MonthFiles.OF_ALL, MonthFiles.MANIFEST, number, content));
            var manifest = new Manifest(out);
            var listed = listedAfter("", "");
            for (; !listed.isEmpty(); listed = listedAfter(listed.getLast().accountId(), listed.getLast().kind())) {
                listed.forEach(manifest::add);
            }
            long rows = manifest.end();
            out.close();
            var facts = new FileFacts(rows, out.bytes(), out.digest(), MonthFigures.NONE);
            insert(MonthFiles.OF_ALL, MonthFiles.MANIFEST, Manifest.VERSION, facts);
            return facts.sha256();
        }

        private List<MonthFile> listedAfter(String account, String kind) {
            return jdbc.query(
                    """
                    select account_id, kind, renderer, rows, bytes, sha256 from month_file
                    where month = ? and (account_id, kind) > (?, ?)
                    order by account_id, kind limit ?""",
                    (row, _) -> MonthFiles.fileOf(row),
                    month.toString(),
                    account,
                    kind,
                    ACCOUNTS_AT_ONCE);
        }
    }
}
