package io.minutebook.server.security;

import io.minutebook.server.OnDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A file with an API key and a line feed, readable by its owner alone. */
record KeyFile(Path path) {

    /** The key in the file; a new one, written whole or not at all, where the file holds none. */
    String secret() {
        try {
            if (Files.exists(path)) {
                var held = Files.readString(path).strip();
                if (Secrets.isWellFormed(held)) return held;
            }
            return written(Secrets.next());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path, failure);
        }
    }

    private String written(String secret) throws IOException {
        var draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var ownerAlone = PosixFilePermissions.fromString("rw-------");
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(ownerAlone));
        Files.writeString(draft, secret + "\n", StandardOpenOption.SYNC);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OnDisk.force(Objects.requireNonNull(path.toAbsolutePath().getParent()));
        return secret;
    }
}
