package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database of a ledger that may be running or not: one that does not run is started, and stopped at the
 * end.
 */
public final class OpenDatabase implements AutoCloseable {

    private final String url;
    private final @Nullable Embedded started;

    private record Embedded(DataFolder folder, EmbeddedDatabase database) {}

    private OpenDatabase(String url, @Nullable Embedded started) {
        this.url = url;
        this.started = started;
    }

    /** The database that is named, or else the embedded one of a folder. */
    public static OpenDatabase of(Path data, @Nullable String databaseUrl) {
        var running = databaseUrl == null
                ? EmbeddedDatabase.urlOfRunning(data.resolve("postgres")).orElse(null)
                : databaseUrl;
        var open = running == null ? started(data) : new OpenDatabase(running, null);
        Reachable.database(open.url);
        return open;
    }

    private static OpenDatabase started(Path data) {
        if (!Files.exists(data.resolve("postgres").resolve("PG_VERSION"))) {
            throw new CannotStart("no ledger is kept in " + data + ": name --data or --database-url");
        }
        var folder = DataFolder.alone(data);
        var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
        return new OpenDatabase(database.url(), new Embedded(folder, database));
    }

    /** JDBC address. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        if (started == null) return;
        started.database.close();
        try {
            started.folder.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
