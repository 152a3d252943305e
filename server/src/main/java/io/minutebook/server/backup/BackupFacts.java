package io.minutebook.server.backup;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a recovery must know of a base backup.
 *
 * @param postgres release of PostgreSQL whose files these are
 * @param startedAt by the database's clock, as is the end
 * @param finishedAt the earliest instant that can be recovered
 * @param firstSegment where the log begins that makes the copy whole
 * @param lastSegment where it ends
 * @param archive where the log was kept; null where it was not
 */
record BackupFacts(
        int postgres,
        Instant startedAt,
        Instant finishedAt,
        String firstSegment,
        String lastSegment,
        @Nullable String archive) {

    static final String FILE = "backup.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    static BackupFacts of(Path backup) {
        try {
            return JSON.readValue(Files.readString(backup.resolve(FILE)), BackupFacts.class);
        } catch (IOException | JacksonException unreadable) {
            throw new CannotStart("no whole backup lies in " + backup + ": name another with --from", unreadable);
        }
    }

    byte[] text() {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Optional<Path> archiveFolder() {
        return Optional.ofNullable(archive).map(Path::of);
    }
}
