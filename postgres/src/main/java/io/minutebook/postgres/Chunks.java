package io.minutebook.postgres;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes gathered in pieces of one size: nothing is copied as they grow, and no piece is too large for a young heap. */
final class Chunks extends OutputStream {

    private static final int SIZE = 64 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[0];
    private int used;

    @Override
    public void write(int value) {
        if (used == last.length) turn();
        last[used++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int written = 0; written < length; ) {
            if (used == last.length) turn();
            int fits = Math.min(length - written, last.length - used);
            System.arraycopy(bytes, offset + written, last, used, fits);
            used += fits;
            written += fits;
        }
    }

    private void turn() {
        if (used > 0) full.add(last);
        last = new byte[SIZE];
        used = 0;
    }

    /** All of them, in order. */
    List<byte[]> chunks() {
        var all = new ArrayList<>(full);
        if (used > 0) all.add(Arrays.copyOf(last, used));
        return all;
    }
}
