package io.minutebook.server.embedded;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a base backup is brought forward.
 *
 * @param archive where the write-ahead log was kept; without it only what lies in the backup is there
 * @param until transactions that committed later are left out; without it all that was kept is taken
 */
public record Recovery(Optional<Path> archive, Optional<Instant> until) {

    /** At its start PostgreSQL does not know yet what Z means. */
    private static final DateTimeFormatter TARGET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    Map<String, String> settings(Path database) {
        var settings = new TreeMap<String, String>();
        settings.put("restore_command",
                archive.map(folder -> WalArchive.restoreCommand(database, folder)).orElse("false"));
        until.ifPresent(instant ->
                settings.put("recovery_target_time", TARGET.format(instant.atOffset(ZoneOffset.UTC))));
        settings.put("recovery_target_action", "promote");
        return settings;
    }
}
