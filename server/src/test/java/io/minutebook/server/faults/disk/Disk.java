package io.minutebook.server.faults.disk;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A file system in a file, mounted on a loop device until it is closed; needs Linux and root. */
final class Disk implements AutoCloseable {

    private static final long MEGABYTE = 1024 * 1024;

    private final Path folder;

    private Disk(Path folder) {
        this.folder = folder;
    }

    /** Leaves the test out, saying why, where no such thing can be made. */
    static void assumeDisksCanBeMade(Path scratch) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "loop devices are Linux's");
        assumeTrue(System.getProperty("user.name").equals("root"), "only root may mount");
        for (var program : List.of("mkfs.xfs", "mkfs.ext4", "mount", "umount", "fallocate")) {
            assumeTrue(done("sh", "-c", "command -v " + program), program + " is not installed");
        }
        try (var _ = ext4(scratch.resolve("tried"), 16)) {
            Files.delete(scratch.resolve("tried.img"));
        } catch (IllegalStateException refused) {
            abort("no loop device can be mounted here: " + refused.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new and empty one, made in a file beside the folder. */
    static Disk ext4(Path folder, int megabytes) {
        var disk = made(folder, megabytes, "mkfs.ext4", "-q", "-F", "-m", "0");
        run("rmdir", folder.resolve("lost+found").toString());
        return disk;
    }

    /** A new and empty one that copies a file by sharing its blocks. */
    static Disk xfs(Path folder, int megabytes) {
        return made(folder, megabytes, "mkfs.xfs", "-q", "-m", "reflink=1");
    }

    private static Disk made(Path folder, int megabytes, String... maker) {
        var image = folder.resolveSibling(folder.getFileName() + ".img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes * MEGABYTE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var command = new ArrayList<>(List.of(maker));
        command.add(image.toString());
        run(command.toArray(String[]::new));
        return mounted(image, folder);
    }

    /** One that is in a file already; its journal is played back first, as after a crash. */
    static Disk mounted(Path image, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        run("mount", "-o", "loop", image.toString(), folder.toString());
        return new Disk(folder);
    }

    /** Where it is mounted. */
    Path folder() {
        return folder;
    }

    /** The copy shares its blocks and shows one instant, whatever is written meanwhile. */
    static void copyAtOnce(Path file, Path copy) {
        run("cp", "--reflink=always", file.toString(), copy.toString());
    }

    /** Moves a folder to a disk and leaves a link to it in its place. */
    void takeOver(Path moved) throws IOException {
        var place = folder.resolve(moved.getFileName());
        run("cp", "-a", moved.toString(), place.toString());
        FileSystemUtils.deleteRecursively(moved);
        Files.createSymbolicLink(moved, place);
    }

    /** Takes the room until that much is left; gives the file that took it. */
    Path fill(int leftMegabytes) throws IOException {
        var filler = folder.resolve("somebody-elses");
        long taken = Files.getFileStore(folder).getUsableSpace() - leftMegabytes * MEGABYTE;
        run("fallocate", "-l", Long.toString(taken), filler.toString());
        return filler;
    }

    /** Also while somebody has files open there: it goes, with its device, once they are closed. */
    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + ": " + said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean done(String... command) {
        try {
            run(command);
            return true;
        } catch (IllegalStateException failed) {
            return false;
        }
    }
}
