package io.minutebook.server.backup;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** The write-ahead log in an archive; a hole in it would pass for its end. */
record KeptLog(Path archive) {

    private static final String PACKED = ".gz";

    /**
     * @throws CannotStart when a file is missing between the end of a backup's own log and the last one that is
     * kept
     */
    void requireWhole(Segment last) {
        var kept = new TreeMap<Long, Segment>();
        try (var files = Files.newDirectoryStream(archive, "*" + PACKED)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName()).replace(PACKED, "");
                if (Segment.isName(name)) kept.put(Segment.named(name).number(), Segment.named(name));
            }
        } catch (IOException unreadable) {
            throw new CannotStart("cannot read the archive " + archive + ": name it with --archive", unreadable);
        }
        var expected = last.next();
        for (var segment : kept.tailMap(last.number(), false).values()) {
            if (segment.number() != expected.number()) {
                throw new CannotStart("the archive %s has a hole: %s is missing; restore to an instant before it with"
                        .formatted(archive, expected.name()) + " an archive that ends there, or use a later backup");
            }
            expected = segment.next();
        }
    }
}
