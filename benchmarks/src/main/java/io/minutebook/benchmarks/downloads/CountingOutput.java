package io.minutebook.benchmarks.downloads;

import java.io.OutputStream;

/** Takes bytes as a client would and keeps none. */
final class CountingOutput extends OutputStream {

    private long bytes;

    @Override
    public void write(int one) {
        bytes++;
    }

    @Override
    public void write(byte[] source, int from, int length) {
        bytes += length;
    }

    long bytes() {
        return bytes;
    }
}
