package io.minutebook.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;

/** The database's files copied out of a backup; each is what the manifest says, or nothing is restored. */
final class RestoredCopy {

    private RestoredCopy() {}

    static void of(Path backup, Manifest manifest, Path database, Progress progress) throws IOException {
        var source = BaseBackup.databaseIn(backup);
        makeFolders(source, database);
        var copying = new HashingCopy(progress);
        for (var name : manifest.hashes().keySet()) {
            var file = backup.resolve(name);
            if (!file.startsWith(source)) continue;
            Manifest.requireThere(file, name);
            manifest.check(name, copying.copy(file, database.resolve(source.relativize(file).toString())));
        }
    }

    private static void makeFolders(Path source, Path database) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(Objects.requireNonNull(database.toAbsolutePath().getParent()));
        try (Stream<Path> all = Files.walk(source)) {
            for (var folder : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
                Files.createDirectory(database.resolve(source.relativize(folder).toString()), ownerOnly);
            }
        }
    }
}
