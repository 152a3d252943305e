package io.minutebook.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.cli.OneLineErrors;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.embedded.WalArchive;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.simulate.SimulateCommand;
import io.minutebook.server.verify.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/**
 * A ledger that kept its log is backed up while it books, lives on, and is lost with all it had but Kafka; it comes
 * back as it was at an instant and books anew what came after.
 */
class RecoveryIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant JANUARY = Instant.parse("2024-12-31T16:00:00Z");
    private static final int RECORDS = 2_000;
    private static final String TOPIC = RealParts.newTopicName();
    private static final String BOOKED = "select count(*) || ' ' || md5(string_agg(identity::text || content::text, ''"
            + " order by identity)) from usage_receipt";
    private static final String MINUTES = "select string_agg(format('%s %s %s %s', account_id, meter, billed, drawn),"
            + " ', ' order by account_id, meter) from (select account_id, meter, sum(billed_minutes) billed,"
            + " sum(drawn_minutes) drawn from usage_detail group by 1, 2) sums";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path scratch;

    private static Path backup = Path.of("");
    private static Path archive = Path.of("");
    private static Instant beforeBackup = Instant.EPOCH;
    private static Instant chosen = Instant.EPOCH;
    private static State atChosen = new State("", "", 0, 0);
    private static State atEnd = new State("", "", 0, 0);

    /** What a ledger holds; positions only ever rise. */
    private record State(String booked, String minutes, long received, long orders) {

        static State of(String url) throws SQLException {
            return new State(
                    asked(url, BOOKED), asked(url, MINUTES),
                    Long.parseLong(asked(url, "select coalesce(sum(received), 0) from ingest_offset")),
                    Long.parseLong(asked(url, "select count(*) from order_view")));
        }
    }

    @BeforeAll
    static void liveAndBeLost() throws Exception {
        var data = scratch.resolve("lost");
        backup = scratch.resolve("backup");
        archive = scratch.resolve("archive");
        WalArchive.of(data.resolve("postgres")).keepIn(archive);
        try (var database = EmbeddedDatabase.start(data.resolve("postgres"), 0);
                var ledger = ledger(database.url())) {
            prepare(ledger, 7, 1_300_000_001L);
            ledger.bean(JdbcClient.class)
                    .sql("update ledger_clock set offset_millis = offset_millis + ?")
                    .param(Duration.ofDays(32).toMillis())
                    .update();
            beforeBackup = Instant.now();
            var traffic = CompletableFuture.runAsync(() -> publish(7));
            assertThat(backUp(data, backup).status()).isZero();
            traffic.join();
            publish(8);
            awaitReceived(database.url(), 2 * RECORDS);
            chosen = Instant.parse(asked(database.url(), "select to_json(clock_timestamp()) #>> '{}'"));
            atChosen = State.of(database.url());
            asked(database.superuserUrl(), "select pg_switch_wal()");
            publish(9);
            prepare(ledger, 9, 1_400_000_001L);
            awaitReceived(database.url(), 3 * RECORDS);
            atEnd = State.of(database.url());
        }
    }

    @Test
    void comesBackAsItWasAndBooksAnewWhatCameAfter() throws Exception {
        var data = scratch.resolve("restored");
        assertThat(restore(data, "--until", chosen.toString()).status()).isZero();
        WalArchive.of(data.resolve("postgres")).keepIn(archive);

        try (var database = EmbeddedDatabase.start(data.resolve("postgres"), 0)) {
            assertThat(State.of(database.url())).isEqualTo(atChosen);
            assertThat(atChosen.received()).isEqualTo(2 * RECORDS);
            assertThat(atEnd.orders()).isGreaterThan(atChosen.orders());
            assertIsWhole(database.url());
            long position = lastPosition(database.url());
            try (var ledger = ledger(database.url())) {
                awaitReceived(ledger.databaseUrl(), 3 * RECORDS);
                var again = State.of(database.url());
                assertThat(again.booked()).isEqualTo(atEnd.booked());
                assertThat(again.minutes()).isEqualTo(atEnd.minutes());
                assertThat(again.orders()).isEqualTo(atChosen.orders());
            }
            assertThat(lastPosition(database.url())).isGreaterThan(position);
            assertIsWhole(database.url());
            assertThat(backUp(data, scratch.resolve("backup-of-restored")).status()).isZero();
        }
        assertThat(archive.resolve("00000002.history.gz")).exists();
    }

    @Test
    void comesBackToTheEndOfTheKeptLog() throws Exception {
        var data = scratch.resolve("to-the-end");
        assertThat(restore(data, "--archive", copyOfArchive("end").toString()).status()).isZero();

        try (var database = EmbeddedDatabase.start(data.resolve("postgres"), 0)) {
            assertThat(State.of(database.url())).isEqualTo(atEnd);
            assertIsWhole(database.url());
        }
    }

    @Test
    void comesBackFromTheBackupAloneAsItWasWhenThatEnded() throws Exception {
        var data = scratch.resolve("alone");
        var empty = Files.createDirectories(scratch.resolve("empty"));
        assertThat(restore(data, "--archive", empty.toString()).status()).isZero();

        try (var database = EmbeddedDatabase.start(data.resolve("postgres"), 0)) {
            assertThat(State.of(database.url()).received()).isLessThan(atEnd.received());
            assertIsWhole(database.url());
        }
    }

    @Test
    void refusesAnInstantTheBackupOrTheLogDoesNotReach() throws IOException {
        assertRefused(restore(scratch.resolve("early"), "--until", beforeBackup.toString()), "use an earlier backup");
        assertRefused(
                restore(scratch.resolve("late"), "--archive", copyOfArchive("late").toString(),
                        "--until", "2100-01-01T00:00:00+08:00"),
                "recovery ended before configured recovery target was reached");
    }

    @Test
    void refusesALogWithAHoleOrWithHarm() throws IOException {
        var hole = copyOfArchive("hole");
        var segment = firstAfterBackup(hole);
        Files.delete(segment);
        assertRefused(restore(scratch.resolve("holed"), "--archive", hole.toString()),
                String.valueOf(segment.getFileName()).replace(".gz", "") + " is missing");

        var harm = copyOfArchive("harm");
        Files.write(firstAfterBackup(harm), new byte[] {0}, StandardOpenOption.TRUNCATE_EXISTING);
        assertRefused(restore(scratch.resolve("harmed"), "--archive", harm.toString()), "from archive");
    }

    @Test
    void refusesFoldersThatAreNoBackupOrNotEmptyAndBackupsThatWereHarmed() throws IOException {
        var full = Files.createDirectories(scratch.resolve("full"));
        Files.createFile(full.resolve("something"));
        assertRefused(restore(full), "is not empty");
        assertRefused(backUp(scratch.resolve("lost"), full), "is not empty");
        assertRefused(restoreFrom(full, scratch.resolve("from-nothing")), "no whole backup");

        var harmed = copied(backup, scratch.resolve("harmed-backup"));
        Files.write(harmed.resolve("postgres/PG_VERSION"), new byte[] {'1'});
        assertRefused(restoreFrom(harmed, scratch.resolve("from-harmed")), "postgres/PG_VERSION is not what");

        var older = copied(backup, scratch.resolve("older-backup"));
        var facts = Files.readString(older.resolve(BackupFacts.FILE));
        Files.writeString(older.resolve(BackupFacts.FILE), facts.replaceFirst("\"postgres\" : 18", "\"postgres\" : 17"));
        assertRefused(restoreFrom(older, scratch.resolve("from-older")), "is of PostgreSQL 17");
    }

    /** The kept log lies behind the backup's own. */
    private static Path firstAfterBackup(Path kept) {
        var last = Segment.named(BackupFacts.of(backup).lastSegment());
        return kept.resolve(last.next().name() + ".gz");
    }

    private static Path copyOfArchive(String name) throws IOException {
        var copy = copied(archive, scratch.resolve("archive-" + name));
        try (var later = Files.newDirectoryStream(copy, "00000002*")) {
            for (var file : later) Files.delete(file); // of the ledger that another test restored
        }
        return copy;
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
        return to;
    }

    private static LedgerServer ledger(String url) {
        return LedgerServer.startAt(JANUARY, "spring.datasource.url=" + url, "minutebook.usage-topic=" + TOPIC);
    }

    private static void assertIsWhole(String url) {
        assertThat(new CommandLine(new VerifyCommand()).execute("--database-url", url)).isZero();
    }

    private record Ended(int status, String error) {}

    private static void assertRefused(Ended ended, String why) {
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.error()).contains("minutebook: ").contains(why);
    }

    private static Ended backUp(Path data, Path to) {
        return run(new BackupCommand(), "--data", data.toString(), "--to", to.toString());
    }

    private static Ended restore(Path data, String... more) {
        return restoreFrom(backup, data, more);
    }

    private static Ended restoreFrom(Path from, Path data, String... more) {
        var arguments = new ArrayList<>(List.of("--from", from.toString(), "--data", data.toString()));
        arguments.addAll(List.of(more));
        return run(new RestoreCommand(), arguments.toArray(String[]::new));
    }

    private static Ended run(Object command, String... arguments) {
        var said = new ByteArrayOutputStream();
        var err = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int status = new CommandLine(command).setExecutionExceptionHandler(OneLineErrors::failed).execute(arguments);
            return new Ended(status, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(err);
        }
    }

    private static void prepare(LedgerServer ledger, long seed, long firstAccount) throws IOException {
        var key = Files.writeString(scratch.resolve("key"), ledger.operatorKey());
        simulate(seed, "--first-account", Long.toString(firstAccount), "--out", scratch.resolve("records").toString(),
                "--prepare", ledger.url().toString(), "--key", key.toString());
    }

    private static void publish(long seed) {
        simulate(seed, "--kafka", RealParts.kafka(), "--topic", TOPIC);
    }

    private static void simulate(long seed, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--accounts", "6", "--month", "2025-01", "--duplicates", "5", "--bad", "4",
                "--records", Integer.toString(RECORDS), "--seed", Long.toString(seed)));
        arguments.addAll(List.of(more));
        assertThat(new CommandLine(new SimulateCommand()).execute(arguments.toArray(String[]::new))).isZero();
    }

    private static void awaitReceived(String url, long records) {
        await().atMost(PATIENCE).until(() ->
                asked(url, "select coalesce(sum(received), 0) from ingest_offset").equals(Long.toString(records)));
        await().atMost(PATIENCE).until(() -> asked(url, "select count(*) from projection_position where position <"
                + " (select max(position) from ledger_event)").equals("0"));
    }

    private static long lastPosition(String url) throws SQLException {
        return Long.parseLong(asked(url, "select max(position) from ledger_event"));
    }

    private static String asked(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }
}
