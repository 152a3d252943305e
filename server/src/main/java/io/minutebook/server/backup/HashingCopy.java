package io.minutebook.server.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies files, onto the disk and not only towards it, and tells the SHA-256 of what it has written. */
final class HashingCopy {

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    private final Progress progress;

    HashingCopy(Progress progress) {
        this.progress = progress;
    }

    /** A file that is written to meanwhile is copied as it is found; its SHA-256 is that of the copy. */
    String copy(Path from, Path to) throws IOException {
        try (var source = FileChannel.open(from)) {
            return drain(source, to);
        }
    }

    String write(byte[] content, Path to) throws IOException {
        return drain(Channels.newChannel(new ByteArrayInputStream(content)), to);
    }

    private String drain(ReadableByteChannel source, Path to) throws IOException {
        var digest = sha256();
        try (var target = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (source.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip().slice());
                progress.moved(buffer.remaining());
                while (buffer.hasRemaining()) target.write(buffer);
            }
            target.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
