package io.minutebook.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** Sees to it that files, and the names they have in their folders, outlive a power cut from now on. */
public final class OnDisk {

    private OnDisk() {}

    /** A file with what was written into it, or a folder with the names in it. */
    public static void force(Path path) throws IOException {
        try (var open = FileChannel.open(path, StandardOpenOption.READ)) {
            open.force(true);
        }
    }

    /** A folder with all that lies in it. */
    public static void forceAll(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) force(path);
        }
    }
}
