package io.minutebook.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as the bytes they are, without their ends; blank ones are left out. */
final class Lines {

    private final InputStream input;

    Lines(InputStream input) {
        this.input = input;
    }

    /** The next line; null at the end. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(1024);
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (next != '\n') {
                line.write(next);
                continue;
            }
            var complete = withoutReturn(line.toByteArray());
            if (complete.length > 0) return complete;
            line.reset();
        }
        var last = withoutReturn(line.toByteArray());
        return last.length > 0 ? last : null;
    }

    private static byte[] withoutReturn(byte[] line) {
        var hasReturn = line.length > 0 && line[line.length - 1] == '\r';
        return hasReturn ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
