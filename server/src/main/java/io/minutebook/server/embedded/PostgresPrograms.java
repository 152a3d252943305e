package io.minutebook.server.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL that the jar carries, unpacked once per user and version into the user's cache.
 */
final class PostgresPrograms {

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    static PostgresPrograms unpacked() {
        try {
            var archive = archive();
            var folder = cache().resolve("postgresql-" + digest(archive));
            if (!Files.isDirectory(folder)) unpack(archive, folder);
            return new PostgresPrograms(folder);
        } catch (IOException failed) {
            throw new CannotStart(
                    "cannot unpack PostgreSQL into " + cache() + ": " + failed.getMessage(), failed);
        }
    }

    /** Runs one program to its end with its output added to the log, and gives its exit status. */
    int run(Path log, String program, List<String> arguments) {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody
        if (LinuxUtils.isUnshareAvailable()) command.addAll(List.of("unshare", "-U"));
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new CannotStart("cannot run " + program + " of PostgreSQL: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while " + program + " of PostgreSQL ran", stopped);
        }
    }

    /** As in "postgres (PostgreSQL) 18.6". */
    int majorVersion() {
        try {
            var asked = new ProcessBuilder(folder.resolve("bin/postgres").toString(), "--version").start();
            var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.replaceFirst("(?s).*\\) (\\d+).*", "$1"));
        } catch (IOException failed) {
            throw new CannotStart("cannot run PostgreSQL: " + failed.getMessage(), failed);
        }
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch").equals("amd64")
                ? "x86_64" : System.getProperty("os.arch");
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return packed.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new CannotStart("no embedded PostgreSQL for " + system + " on " + machine
                    + ": run one yourself and name it with --database-url", missing);
        }
    }

    private static Path cache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("minutebook");
    }

    private static String digest(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Moved into place when complete, so that a crash or a second process never leaves half of it. */
    private static void unpack(byte[] archive, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        var half = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (var entries = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, half);
            }
            Files.move(half, folder);
        } catch (FileAlreadyExistsException unpackedByAnother) {
            FileSystemUtils.deleteRecursively(half);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if (entry.getName().startsWith("bin/")) target.toFile().setExecutable(true, false);
        }
    }
}
