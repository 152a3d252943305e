package io.minutebook.server.verify.replay;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthFigures;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.files.FileRebuild;
import io.minutebook.reporting.files.MonthFile;
import io.minutebook.reporting.files.StoredFiles;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the final files of a month again from events alone, up to the one that closed it, and compares them with those
 * stored, byte by byte, and with the digest that the ledger states.
 */
public final class MonthComparison {

    private static final List<String> READ = List.of("accounts", "usage", "bills");

    private final JdbcTemplate ledger;
    private final BillingMonth month;
    private final ScratchTables scratch;
    private final Consumer<String> reader;
    private final String sha256;

    private MonthComparison(
            JdbcTemplate ledger, BillingMonth month, ScratchTables scratch, Consumer<String> reader, String sha256) {
        this.ledger = ledger;
        this.month = month;
        this.scratch = scratch;
        this.reader = reader;
        this.sha256 = sha256;
    }

    /**
     * Tells of each file that is not the same, and answers how many were made.
     *
     * @param ledger reads the ledger
     * @param boundary the position of the event that closed the month
     * @param sha256 the digest of the manifest as the ledger states it
     * @param isMended whether what is not the same is written anew, once the whole is known to equal the manifest
     */
    public static long run(
            String url,
            JdbcTemplate ledger,
            String month,
            long boundary,
            String sha256,
            boolean isMended,
            LongConsumer progress,
            Consumer<String> reader)
            throws SQLException {
        try (var scratch = ScratchTables.open(url)) {
            for (var name : READ) scratch.add(Projections.named(name).orElseThrow(), boundary);
            scratch.fill(ledger, progress);
            var comparison =
                    new MonthComparison(ledger, BillingMonth.parse(month), scratch, reader, sha256);
            return comparison.compared(isMended);
        }
    }

    private long compared(boolean isMended) {
        var stored = new StoredFiles(isMended ? new JdbcTemplate(scratch.dataSource()) : ledger, month);
        var seen = new Seen(stored, reader);
        var manifest = new FileRebuild(scratch.dataSource(), month, seen).run();
        if (!manifest.sha256().equals(sha256)) {
            reader.accept("manifest of %s made again: %s, expected %s".formatted(month, manifest.sha256(), sha256));
        } else if (isMended) {
            var _ = new FileRebuild(scratch.dataSource(), month, new Mending(stored)).run();
        }
        seen.end();
        return seen.files;
    }

    /** Compares what is made with what is stored. */
    private final class Seen implements FileRebuild.Reader {
        private final StoredFiles stored;
        private final Consumer<String> findings;
        private long files;
        private long parts;

        Seen(StoredFiles stored, Consumer<String> findings) {
            this.stored = stored;
            this.findings = findings;
        }

        @Override
        public void part(String accountId, String kind, int number, byte[] content) {
            parts++;
            if (!stored.holds(accountId, kind, number, content)) {
                findings.accept("part %d of %s of account %s, %s, is not the one made again from events"
                        .formatted(number, kind, accountId, month));
            }
        }

        @Override
        public void file(MonthFile file, MonthFigures figures) {
            files++;
            if (!stored.holds(file)) findings.accept("no file is stored as it is made again: %s, %s".formatted(month, file));
        }

        void end() {
            if (stored.countFiles() > files || stored.countParts() > parts) {
                findings.accept("more files or parts are stored of %s than events make, %d and %d"
                        .formatted(month, files, parts));
            }
        }
    }

    /** Writes what is not stored as it is made. */
    private record Mending(StoredFiles stored) implements FileRebuild.Reader {
        @Override
        public void part(String accountId, String kind, int number, byte[] content) {
            if (!stored.holds(accountId, kind, number, content)) stored.put(accountId, kind, number, content);
        }

        @Override
        public void file(MonthFile file, MonthFigures figures) {
            if (!stored.holds(file)) stored.put(file, figures);
        }
    }
}
