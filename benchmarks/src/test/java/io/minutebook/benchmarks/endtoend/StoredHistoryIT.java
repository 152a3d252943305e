package io.minutebook.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a run finds stored is what the ledger itself would have booked, and the ledger books on on top of it. */
class StoredHistoryIT {

    private static final Scenario SCENARIO = new Scenario(200, 4, true, 4_000, 500, 0, 7);

    @TempDir
    private Path folder;

    @Test
    void leavesALedgerThatIsWholeWithRecordsBookedOnTop() throws SQLException, InterruptedException, IOException {
        try (var ledger = start()) {
            new Preparation(ledger, SCENARIO).make();
        }
        try (var ledger = start()) {
            var progress = new Progress(ledger.jdbc());
            ledger.moveClock(Workload.end());
            Workload.measured(SCENARIO).publish(ledger, SCENARIO.published());
            var booked = Throughput.measured(ledger, progress, SCENARIO.published());

            assertThat(booked.records()).isEqualTo(1_000);
            assertThat(progress.accepted()).isEqualTo(5_000);
            assertThat(verify(ledger)).isZero();
            assertThat(kindsOfMetadata(ledger)).isOne();
            assertThat(snapshotsWithUsageOnTop(ledger)).isPositive();
            compare(ledger);
        }
    }

    /** Whatever columns have come to the rows, the baselines can hold them too. */
    private void compare(BenchLedger ledger) throws SQLException, InterruptedException, IOException {
        var handWritten = new HandWritten(ledger);
        assertThat(handWritten.oneTransactionPerCall(100, 2)).isPositive();
        assertThat(handWritten.setBased(100, 2, 50)).isPositive();
        assertThat(new CopyBaseline(ledger, folder).recordsPerSecond(100)).isPositive();
    }

    private BenchLedger start() {
        return BenchLedger.start(folder, SCENARIO.partitions(), Workload.opening());
    }

    private static int verify(BenchLedger ledger) {
        return new CommandLine(new VerifyCommand()).execute("--database-url", ledger.databaseUrl());
    }

    /** Stored usage tells as much of its origin as usage from Kafka does. */
    private static long kindsOfMetadata(BenchLedger ledger) {
        return ledger.jdbc()
                .sql("""
                        select count(distinct (select string_agg(key, ' ' order by key) from json_object_keys(metadata) as key))
                        from ledger_event where event_type in ('packs.minutes-drawn', 'usage.usage-listed')""")
                .query(Long.class)
                .single();
    }

    private static long snapshotsWithUsageOnTop(BenchLedger ledger) {
        return ledger.jdbc()
                .sql("""
                        select count(*) from ledger_snapshot join ledger_event using (aggregate_id)
                        where ledger_event.sequence > ledger_snapshot.sequence and metadata ->> 'topic' = ?""")
                .param(BenchLedger.TOPIC)
                .query(Long.class)
                .single();
    }
}
