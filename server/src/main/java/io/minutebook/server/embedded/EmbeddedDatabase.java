package io.minutebook.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL in a folder of its own, durable and only on the loopback address; it may outlive a killed
 * ledger.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The database of the ledger. */
    public static final String NAME = "minutebook";

    private static final String MAINTENANCE = "postgres";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_REPLAY = Duration.ofDays(2);

    private final PostgresPrograms programs;
    private final Path folder;
    private final Path output;
    private final int port;
    private @Nullable Restarts restarts;

    private EmbeddedDatabase(PostgresPrograms programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.output = folder.resolveSibling(folder.getFileName() + ".log");
        this.port = port;
    }

    /**
     * Starts the PostgreSQL of a folder, which is made when it is not there.
     *
     * @param port 0 for any that is free
     * @throws CannotStart with what to do
     */
    public static EmbeddedDatabase start(Path folder, int port) {
        var programs = PostgresPrograms.unpacked();
        Postmaster.stopLeftOver(folder);
        var database = new EmbeddedDatabase(
                programs, folder.toAbsolutePath(), Ports.claim(port, "PostgreSQL", "--database-port"));
        database.initialise();
        database.startPostmaster(WalArchive.of(folder).settings(), LONGEST_START);
        database.prepareLedgerDatabase();
        return database;
    }

    /** From now on, until it is closed, it is started again when it ends by itself. */
    public EmbeddedDatabase keptRunning() {
        restarts = Restarts.of(folder, new ServerOutput(output),
                () -> startPostmaster(WalArchive.of(folder).settings(), LONGEST_START));
        return this;
    }

    public int port() {
        return port;
    }

    /** JDBC address of the ledger's database for servers. */
    public String url() {
        return url(port, NAME, DatabaseRoles.SERVER);
    }

    /** JDBC address of the ledger's database for its owner, who migrates it. */
    public String ownerUrl() {
        return url(port, NAME, DatabaseRoles.OWNER);
    }

    /** JDBC address of the ledger's database for whoever may do everything. */
    public String superuserUrl() {
        return url(port, NAME, SUPERUSER);
    }

    /** The release of PostgreSQL, such as 18, whose data folders these programs read. */
    public static int majorVersion() {
        return PostgresPrograms.unpacked().majorVersion();
    }

    /** JDBC address for servers of the ledger's database in a folder, when its PostgreSQL runs. */
    public static Optional<String> urlOfRunning(Path folder) {
        return Postmaster.of(folder).map(postmaster -> url(postmaster.port(), NAME, DatabaseRoles.SERVER));
    }

    /** As {@link #urlOfRunning}, for whoever may do everything. */
    public static Optional<String> superuserUrlOfRunning(Path folder) {
        return Postmaster.of(folder).map(postmaster -> url(postmaster.port(), NAME, SUPERUSER));
    }

    private static String url(int port, String name, String user) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, name, user);
    }

    @Override
    public void close() {
        if (restarts != null) restarts.close();
        var stopped = control("stop", "-m", "fast", "-w", "-t", "60") == 0
                || control("stop", "-m", "immediate", "-w") == 0;
        if (!stopped) {
            log.warn("PostgreSQL in {} did not stop; the next start takes it over", folder);
        }
    }

    private void initialise() {
        if (Files.exists(folder.resolve("PG_VERSION"))) return;
        try {
            Files.createDirectories(folder.getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var made = programs.run(output, "initdb", List.of(
                "-D", folder.toString(), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-k"));
        if (made == 0) return;
        throw new CannotStart("PostgreSQL cannot make its folder " + folder + ": see " + output);
    }

    /**
     * Starts the base backup in a folder, has it brought forward and made a database of its own, and stops it.
     *
     * @param progress is told, now and then, up to when the log is replayed
     * @return when the last transaction committed that was replayed; empty where the log held none
     * @throws CannotStart with what PostgreSQL says to it
     */
    public static Optional<Instant> recover(Path folder, Recovery recovery, Consumer<Instant> progress) {
        var port = Ports.claim(0, "PostgreSQL", "--database-port");
        var database = new EmbeddedDatabase(PostgresPrograms.unpacked(), folder.toAbsolutePath(), port);
        var replay = new Replay(database.folder, database.output, url(port, MAINTENANCE, SUPERUSER));
        replay.order();
        try {
            database.startPostmaster(recovery.settings(database.folder), LONGEST_REPLAY);
            return replay.awaited(progress);
        } catch (CannotStart failed) {
            throw replay.explained(failed);
        } finally {
            if (Postmaster.of(folder).isPresent()) database.close();
        }
    }

    private void startPostmaster(Map<String, String> more, Duration patience) {
        var options = new ArrayList<String>();
        var all = new TreeMap<>(settings());
        all.putAll(more);
        all.forEach((name, value) -> options.add("-c " + name + "='" + value + "'"));
        // its wait includes the recovery after a crash
        var joined = String.join(" ", options);
        var seconds = Long.toString(patience.toSeconds());
        if (control("start", "-w", "-t", seconds, "-l", output.toString(), "-o", joined) != 0) {
            throw new CannotStart("PostgreSQL did not start in " + folder + ": see " + output);
        }
    }

    /** Durability is stated rather than left to defaults; memory is meant for two cores and a few GiB. */
    private Map<String, String> settings() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("max_prepared_transactions", "0"),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("wal_compression", "on"),
                Map.entry("max_wal_size", DiskRoom.tenthInMebibytes(folder, 1_024, 8_192) + "MB"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC")));
    }

    private int control(String action, String... arguments) {
        var all = new ArrayList<>(List.of(action, "-D", folder.toString()));
        all.addAll(List.of(arguments));
        return programs.run(output, "pg_ctl", all);
    }

    private void prepareLedgerDatabase() {
        try {
            createLedgerDatabase();
            try (var superuser = DriverManager.getConnection(superuserUrl())) {
                DatabaseRoles.prepare(superuser);
            }
        } catch (SQLException failed) {
            close();
            throw new CannotStart("PostgreSQL in " + folder + " does not answer: see " + output, failed);
        }
    }

    private void createLedgerDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(url(port, MAINTENANCE, SUPERUSER));
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'");
            if (!found.next()) statement.execute("create database " + NAME);
        }
    }
}
