package io.minutebook.server.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The replaying of the write-ahead log over a base backup, from PostgreSQL's start until it takes writes. */
record Replay(Path folder, Path output, String url) {

    private static final long MILLIS_BETWEEN_LOOKS = 500;

    /** Has the next start fetch from an archive and begin a history of its own. */
    void order() {
        try {
            Files.createFile(folder.resolve("recovery.signal"));
        } catch (FileAlreadyExistsException ordered) {
            // by a backup that was taken from it
        } catch (IOException failed) {
            throw new CannotStart("cannot write in " + folder + ": is it yours?", failed);
        }
    }

    Optional<Instant> awaited(Consumer<Instant> progress) {
        while (true) {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement();
                    var place = statement.executeQuery(
                            "select pg_is_in_recovery(), pg_last_xact_replay_timestamp()")) {
                place.next();
                var replayed = instant(place.getObject(2, OffsetDateTime.class));
                if (!place.getBoolean(1)) return replayed;
                replayed.ifPresent(progress);
            } catch (SQLException unreachable) {
                if (Postmaster.of(folder).isEmpty()) {
                    throw new CannotStart("PostgreSQL ended while it replayed its log: see " + output, unreachable);
                }
            }
            pause();
        }
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while the log was replayed", stopped);
        }
    }

    /** With the reason that PostgreSQL wrote into its output. */
    CannotStart explained(CannotStart failed) {
        return new ServerOutput(output).whyItEnded()
                .map(reason -> new CannotStart("the log cannot be replayed: " + reason, failed))
                .orElse(failed);
    }
}
