package io.minutebook.server.figures;

import io.minutebook.server.LedgerSettings;
import io.minutebook.server.embedded.DiskRoom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The disks that the ledger's own database and broker write to; none where both are elsewhere. */
@Component
public final class Disks {

    private static final List<String> FOLDERS = List.of("postgres", "postgres/pg_wal", "kafka");

    private final List<Disk> all;

    Disks(LedgerSettings settings) {
        this.all = Stream.ofNullable(settings.dataDir())
                .flatMap(data -> FOLDERS.stream().map(name -> new Disk(name, data.resolve(name))))
                .filter(disk -> Files.isDirectory(disk.folder()))
                .toList();
    }

    /** One for each folder that may be on a disk of its own. */
    public List<Disk> all() {
        return all;
    }

    /**
     * The disk of a folder.
     *
     * @param name of the folder within the ledger's data folder
     */
    public record Disk(String name, Path folder) {

        public long freeBytes() {
            return DiskRoom.left(folder);
        }

        public boolean isFull() {
            return DiskRoom.isScarce(folder);
        }
    }
}
