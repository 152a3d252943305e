package io.minutebook.server.faults.disk;

import java.nio.file.Path;

/**
 * A disk whose power can be cut while programs write to it. It is an ext4 file system in a file on XFS, whose copy at
 * one instant holds what had reached the disk by then, and nothing of what was still in memory.
 */
final class PowerSupply implements AutoCloseable {

    private static final int MEGABYTES = 1_500;
    private static final int MEGABYTES_BELOW = 12_000;

    private final Disk below;
    private final Disk disk;

    PowerSupply(Path scratch) {
        this.below = Disk.xfs(scratch.resolve("below"), MEGABYTES_BELOW);
        this.disk = Disk.ext4(below.folder().resolve("disk"), MEGABYTES);
    }

    /** What is to lose its power. */
    Path folder() {
        return disk.folder();
    }

    /** The disk as a cut at this instant would leave it; the programs go on and know nothing of it. */
    Path cut(String name) {
        var image = below.folder().resolve(name + ".img");
        Disk.copyAtOnce(below.folder().resolve("disk.img"), image);
        return image;
    }

    /** The disk when the power is back. */
    Disk restored(Path image) {
        return Disk.mounted(image, image.resolveSibling(image.getFileName() + ".restored"));
    }

    @Override
    public void close() {
        try (below) {
            disk.close();
        }
    }
}
