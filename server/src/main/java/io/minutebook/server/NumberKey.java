package io.minutebook.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The secret of 32 bytes that turns people's numbers into tokens. It is kept as hexadecimal text outside the
 * database, in a file of its own or in the environment variable {@value #VARIABLE}, which goes before the
 * file and must be the same for all processes on one database.
 */
public record NumberKey(Path file) {

    static final String VARIABLE = "MINUTEBOOK_NUMBER_KEY";

    private static final int BYTES = 32;

    /** Makes the key of a new ledger; one that is there is left alone. */
    public void createIfNone() {
        if (Files.exists(file) || System.getenv(VARIABLE) != null) return;
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            var draft = Files.createTempFile(folder, "number", ".new", ownerOnly);
            Files.writeString(draft, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC);
            linkUnlessThere(draft);
            Files.delete(draft);
            OnDisk.force(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /** Two processes may make a key at the same time: the first one's holds. */
    private void linkUnlessThere(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException theirs) {
            if (!Files.isRegularFile(file)) throw theirs;
        }
    }

    /** The key's bytes. */
    public byte[] bytes() {
        return bytes(System.getenv(VARIABLE));
    }

    byte[] bytes(@Nullable String fromEnvironment) {
        var source = fromEnvironment == null ? file.toString() : VARIABLE;
        try {
            var text = fromEnvironment == null ? Files.readString(file) : fromEnvironment;
            var key = HexFormat.of().parseHex(text.strip());
            if (key.length >= BYTES) return key;
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException(complaint(source), unusable);
        }
        throw new IllegalStateException(complaint(source));
    }

    /** Says where the fault is, never what stands there. */
    private static String complaint(String source) {
        return source + " must hold at least " + 2 * BYTES + " hexadecimal digits";
    }
}
