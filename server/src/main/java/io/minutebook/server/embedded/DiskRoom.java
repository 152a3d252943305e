package io.minutebook.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room that is left on the disk of a folder; below a few segments of a log it counts as none. */
public final class DiskRoom {

    private static final long MEBI = 1024 * 1024;

    static final long LEAST_BYTES = 64 * MEBI;

    private DiskRoom() {}

    /** Bytes that may still be written; a disk that does not answer has none. */
    public static long left(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** A tenth of what may still be written, within these bounds, in MiB. */
    static long tenthInMebibytes(Path folder, long atLeast, long atMost) {
        return Math.clamp(left(folder) / MEBI / 10, atLeast, atMost);
    }

    /** Whether so little is left that what is written there is about to fail. */
    public static boolean isScarce(Path folder) {
        return left(folder) < LEAST_BYTES;
    }
}
