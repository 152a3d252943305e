package io.minutebook.server.backup;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of PostgreSQL's folder belongs in a base backup: all that is not made anew at each start, its log apart.
 *
 * @param folders paths within the folder, parents first
 * @param files the same, without the control file, which is copied last and with care
 */
record Contents(List<Path> folders, List<Path> files) {

    static final Path CONTROL = Path.of("global", "pg_control");

    private static final Set<Path> LEFT_EMPTY = Set.of(
            Path.of("pg_wal"), Path.of("pg_replslot"), Path.of("pg_dynshmem"), Path.of("pg_notify"),
            Path.of("pg_serial"), Path.of("pg_snapshots"), Path.of("pg_stat_tmp"), Path.of("pg_subtrans"));
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label", "backup_label.old",
            "tablespace_map", "tablespace_map.old", "recovery.signal", "wal-archive.sh", "postgresql.auto.conf.tmp");
    private static final String TEMPORARY = "pgsql_tmp";

    static Contents of(Path database) throws IOException {
        requireNoTablespaces(database.resolve("pg_tblspc"));
        var contents = new Contents(new ArrayList<>(), new ArrayList<>());
        Files.walkFileTree(database, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var path = database.relativize(folder);
                if (isTemporary(path)) return FileVisitResult.SKIP_SUBTREE;
                contents.folders.add(path);
                return LEFT_EMPTY.contains(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var path = database.relativize(file);
                if (LEFT_EMPTY.contains(path)) contents.folders.add(path); // a link to another disk
                else if (!isLeftOut(path)) contents.files.add(path);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) return FileVisitResult.CONTINUE; // dropped meanwhile
                throw failed;
            }
        });
        return contents;
    }

    private static boolean isLeftOut(Path file) {
        return LEFT_OUT.contains(String.valueOf(file.getFileName())) || file.equals(CONTROL) || isTemporary(file);
    }

    private static boolean isTemporary(Path path) {
        return String.valueOf(path.getFileName()).startsWith(TEMPORARY);
    }

    private static void requireNoTablespaces(Path tablespaces) throws IOException {
        try (var links = Files.newDirectoryStream(tablespaces)) {
            if (links.iterator().hasNext()) {
                throw new CannotStart("this database has tablespaces: back it up with pg_basebackup");
            }
        }
    }
}
