package io.minutebook.benchmarks.downloads;

import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.usage.UsageCsv;
import io.minutebook.reporting.usage.UsageDetail;
import io.minutebook.reporting.usage.UsageXlsx;
import io.minutebook.server.database.Migrations;
import io.minutebook.server.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the files of a month's usage detail, beside what the database alone needs for the same lines. */
@Command(
        name = "downloads",
        description = "Measures the files of a month of usage: seconds, bytes, memory, and the ratio to the CSV.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class DownloadsCommand implements Callable<Integer> {

    private static final double MIB = 1 << 20;

    @Option(names = "--rows", paramLabel = "N", description = "calls of the month")
    private int rows = 1_000_000;

    @Override
    public Integer call() throws IOException, SQLException {
        var folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-");
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0)) {
            Migrations.migrate(database.ownerUrl());
            var dataSource = new SingleConnectionDataSource(database.ownerUrl(), true);
            var month = new StoredMonth(dataSource);
            month.store(rows);
            System.out.printf("%-16s %8s %10s %8s %12s%n", "", "seconds", "MiB", "to CSV", "heap MiB");
            measure(month);
            dataSource.destroy();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return 0;
    }

    /** Twice each, and the second time counts: the first warms up. */
    private void measure(StoredMonth month) throws SQLException, IOException {
        copy(month);
        var copied = copy(month);
        timed(month, UsageCsv::write);
        var csv = timed(month, UsageCsv::write);
        BiConsumer<UsageDetail, OutputStream> workbook = (detail, out) -> UsageXlsx.write(detail, Language.ZH, out);
        timed(month, workbook);
        var xlsx = timed(month, workbook);
        System.out.printf("%-16s %8.1f %10.1f %8.2f %12s%n", "COPY", copied.seconds, copied.mib(), copied.seconds / csv.seconds, "");
        show("CSV", csv, csv, grown(month, UsageCsv::write));
        show("XLSX", xlsx, csv, grown(month, workbook));
    }

    private record Written(double seconds, long bytes) {
        double mib() {
            return bytes / MIB;
        }
    }

    private static Written timed(StoredMonth month, BiConsumer<UsageDetail, OutputStream> format) {
        var out = new CountingOutput();
        long startNanos = System.nanoTime();
        format.accept(month.detail(), out);
        return new Written((System.nanoTime() - startNanos) / 1e9, out.bytes());
    }

    private static long grown(StoredMonth month, BiConsumer<UsageDetail, OutputStream> format) {
        var watched = new WatchedUsage(month.detail());
        format.accept(watched, new CountingOutput());
        return watched.grownBytes();
    }

    private static Written copy(StoredMonth month) throws SQLException, IOException {
        var out = new CountingOutput();
        long startNanos = System.nanoTime();
        try (var connection = month.connection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(StoredMonth.COPIED, out);
        }
        return new Written((System.nanoTime() - startNanos) / 1e9, out.bytes());
    }

    private static void show(String format, Written written, Written csv, long grown) {
        System.out.printf(
                "%-16s %8.1f %10.1f %8.2f %12.1f%n",
                format, written.seconds, written.mib(), written.seconds / csv.seconds, grown / MIB);
    }
}
