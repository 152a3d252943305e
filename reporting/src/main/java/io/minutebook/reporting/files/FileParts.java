package io.minutebook.reporting.files;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Cuts what is written into parts of 1 MiB, hands on each as it is full, and keeps count and digest of the whole. */
final class FileParts extends OutputStream {

    static final int PART_BYTES = 1 << 20;

    private static final int FIRST_ROOM = 1 << 13;

    private final Sink sink;
    private final MessageDigest sha256 = sha256();
    private byte[] part = new byte[FIRST_ROOM];
    private int filled;
    private int number;
    private long bytes;

    /** Takes the parts in order. */
    interface Sink {
        void take(int number, byte[] content);
    }

    FileParts(Sink sink) {
        this.sink = sink;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        int done = 0;
        while (done < length) {
            int now = Math.min(length - done, PART_BYTES - filled);
            if (filled + now > part.length) part = Arrays.copyOf(part, Math.min(PART_BYTES, 2 * (filled + now)));
            System.arraycopy(from, offset + done, part, filled, now);
            filled += now;
            done += now;
            if (filled == PART_BYTES) handOn();
        }
        sha256.update(from, offset, length);
        bytes += length;
    }

    private void handOn() {
        sink.take(number++, Arrays.copyOf(part, filled));
        filled = 0;
    }

    /** Hands on what is left. */
    @Override
    public void close() {
        if (filled > 0) handOn();
    }

    long bytes() {
        return bytes;
    }

    /** Of all that was written; asked once, at the end. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
