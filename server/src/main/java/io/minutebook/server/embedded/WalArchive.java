package io.minutebook.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a PostgreSQL of ours keeps its write-ahead log for recovery. The folder is remembered beside the
 * database's own, so that every start goes by it: a start without it could leave a hole.
 */
public final class WalArchive {

    private static final String OWNER = "system-identifier";
    private static final String SCRIPT = "wal-archive.sh";

    /** A crash of the disk loses no more than what was committed in this time; a segment may be nearly empty. */
    private static final String LONGEST_WAIT = "60s";

    private final Path database;
    private final Path memory;

    private WalArchive(Path database) {
        this.database = database.toAbsolutePath();
        this.memory = database.toAbsolutePath().resolveSibling(database.getFileName() + ".archive");
    }

    /** The archive of the PostgreSQL in a folder. */
    public static WalArchive of(Path database) {
        return new WalArchive(database);
    }

    /** Empty where no log is kept. */
    public Optional<Path> folder() {
        try {
            return Files.exists(memory) ? Optional.of(Path.of(Files.readString(memory).strip())) : Optional.empty();
        } catch (IOException unreadable) {
            throw new CannotStart("cannot read " + memory + ": is it yours?", unreadable);
        }
    }

    /** From the next start on the log is kept in that folder, which is made when it is not there. */
    public void keepIn(Path archive) {
        var folder = archive.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Files.createDirectories(Objects.requireNonNull(memory.getParent()));
            Files.writeString(memory, folder + "\n");
        } catch (IOException failed) {
            throw new CannotStart("cannot use the folder " + folder + ": choose another --archive", failed);
        }
    }

    /** From the next start on no log is kept. */
    public void end() {
        try {
            Files.deleteIfExists(memory);
        } catch (IOException failed) {
            throw new CannotStart("cannot write " + memory + ": is it yours?", failed);
        }
    }

    /** What PostgreSQL is started with. */
    Map<String, String> settings() {
        var kept = folder();
        if (kept.isEmpty()) return Map.of();
        claim(kept.get());
        writeScript(database, kept.get());
        tellItsHistory();
        return Map.of(
                "archive_mode", "on",
                "archive_command", "sh " + SCRIPT + " keep %p %f",
                "archive_timeout", LONGEST_WAIT);
    }

    /** The command by which a recovery in a folder fetches from an archive. */
    static String restoreCommand(Path database, Path archive) {
        writeScript(database, archive);
        return "sh " + SCRIPT + " fetch %p %f";
    }

    /** Two ledgers have segments of the same names. */
    private void claim(Path archive) {
        var owner = archive.resolve(OWNER);
        var own = systemIdentifier();
        try {
            if (!Files.isDirectory(archive)) {
                throw new CannotStart("the archive " + archive + " is not there: mount it, or name another --archive");
            }
            if (!Files.exists(owner)) Files.writeString(owner, own + "\n");
            if (Files.readString(owner).strip().equals(own)) return;
        } catch (IOException failed) {
            throw new CannotStart("cannot use the folder " + archive + ": choose another --archive", failed);
        }
        throw new CannotStart("the archive " + archive + " is another ledger's: choose another --archive");
    }

    /** PostgreSQL's name of itself, which a backup has too: the first eight bytes of its control file. */
    private String systemIdentifier() {
        try (var control = Files.newInputStream(database.resolve("global/pg_control"))) {
            var number = ByteBuffer.wrap(control.readNBytes(Long.BYTES)).order(ByteOrder.nativeOrder());
            return Long.toUnsignedString(number.getLong());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A script in the database's own folder, where PostgreSQL runs it, takes folders of any name. */
    private static void writeScript(Path database, Path archive) {
        try (var commands = WalArchive.class.getResourceAsStream("/" + SCRIPT)) {
            var quoted = archive.toAbsolutePath().toString().replace("'", "'\\''");
            var text = "archive='" + quoted + "'\n"
                    + new String(Objects.requireNonNull(commands).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(database.resolve(SCRIPT), text);
        } catch (IOException failed) {
            throw new CannotStart("cannot write in " + database + ": is it yours?", failed);
        }
    }

    /** A recovery begins a new history without an archive; what a later recovery must know of it is kept now. */
    private void tellItsHistory() {
        var log = database.resolve("pg_wal");
        try (var histories = Files.newDirectoryStream(log, "*.history")) {
            for (var history : histories) {
                var status = log.resolve("archive_status").resolve(history.getFileName().toString());
                var ready = Path.of(status + ".ready");
                if (!Files.exists(Path.of(status + ".done")) && !Files.exists(ready)) Files.createFile(ready);
            }
        } catch (IOException failed) {
            throw new CannotStart("cannot write in " + log + ": is it yours?", failed);
        }
    }
}
