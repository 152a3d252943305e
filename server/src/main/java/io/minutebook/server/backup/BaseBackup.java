package io.minutebook.server.backup;

import io.minutebook.server.embedded.WalArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A copy of a running PostgreSQL's folder together with the log that makes it whole: it can be restored without
 * an archive.
 */
final class BaseBackup {

    private static final String DATABASE = "postgres";

    private final Path database;
    private final Path backup;
    private final HashingCopy copying;
    private final Manifest manifest = new Manifest();

    private BaseBackup(Path database, Path backup, Progress progress) {
        this.database = database;
        this.backup = backup;
        this.copying = new HashingCopy(progress);
    }

    /** The files of PostgreSQL within a backup. */
    static Path databaseIn(Path backup) {
        return backup.resolve(DATABASE);
    }

    /**
     * Takes a backup while the database runs.
     *
     * @param backup a folder that is new or empty
     */
    static BackupFacts take(String url, Path database, Path backup, Progress progress)
            throws SQLException, IOException {
        var copy = new BaseBackup(database.toRealPath(), backup, progress);
        try (var mode = BackupMode.of(url)) {
            var start = mode.start();
            copy.copyContents();
            var stop = mode.stop();
            copy.write(Path.of("backup_label"), stop.label().getBytes(StandardCharsets.UTF_8));
            copy.copyLog(start.segment(), stop.segment());
            var archive = WalArchive.of(database).folder().map(Path::toString).orElse(null);
            var facts = new BackupFacts(
                    Integer.parseInt(Files.readString(database.resolve("PG_VERSION")).strip()),
                    start.at(), stop.at(), start.segment().name(), stop.segment().name(), archive);
            copy.manifest.add(BackupFacts.FILE, copy.copying.write(facts.text(), backup.resolve(BackupFacts.FILE)));
            copy.copying.write(copy.manifest.text(), backup.resolve(Manifest.FILE));
            return facts;
        }
    }

    private void copyContents() throws IOException {
        var contents = Contents.of(database);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(backup, ownerOnly);
        for (var folder : contents.folders()) Files.createDirectories(target(folder), ownerOnly);
        for (var file : contents.files()) {
            copyUnlessDropped(file);
        }
        write(Contents.CONTROL, steady(database.resolve(Contents.CONTROL)));
    }

    /** A table may be dropped meanwhile, which the log repeats. */
    private void copyUnlessDropped(Path file) throws IOException {
        try {
            copy(file);
        } catch (NoSuchFileException dropped) {
            Files.deleteIfExists(target(file));
        }
    }

    private void copy(Path file) throws IOException {
        manifest.add(DATABASE + "/" + file, copying.copy(database.resolve(file), target(file)));
    }

    /** The one file that no log mends is taken when it has been the same twice. */
    private static byte[] steady(Path file) throws IOException {
        var before = Files.readAllBytes(file);
        while (true) {
            var now = Files.readAllBytes(file);
            if (Arrays.equals(before, now)) return now;
            before = now;
        }
    }

    private void copyLog(Segment first, Segment last) throws IOException {
        var log = Path.of("pg_wal");
        for (var segment = first; segment.compareTo(last) <= 0; segment = segment.next()) {
            copy(log.resolve(segment.name()));
        }
        try (var histories = Files.newDirectoryStream(database.resolve(log), "*.history")) {
            for (var history : histories) copy(database.relativize(history));
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        manifest.add(DATABASE + "/" + file, copying.write(content, target(file)));
    }

    private Path target(Path file) {
        return databaseIn(backup).resolve(file);
    }
}
