package io.minutebook.server.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project as somebody has it who has just cloned it, but for the build: the program that was built for the
 * tests is there already.
 */
record Checkout(Path folder) {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Path BUILT = Path.of("server", "target", "minutebook-app.jar");
    private static final List<String> PARTS = List.of(
            "minutebook", "ops", "pom.xml", "docs",
            "billing-domain/pom.xml", "billing-domain/src/main",
            "metering-ingest/pom.xml", "metering-ingest/src/main",
            "reporting/pom.xml", "reporting/src/main",
            "server/pom.xml", "server/src/main");

    static boolean isPossible() {
        return Files.exists(PROJECT.resolve(BUILT));
    }

    static Checkout into(Path folder) throws IOException {
        for (var part : PARTS) copy(PROJECT.resolve(part), folder.resolve(part));
        var target = Files.createDirectories(folder.resolve("server", "target"));
        var unpacked = target.resolve("minutebook-app");
        unpack(PROJECT.resolve(BUILT), unpacked);
        Files.createFile(unpacked.resolve(".built"));
        return new Checkout(folder);
    }

    /** As the launcher does it after a build. */
    private static void unpack(Path jar, Path unpacked) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var extract = new ProcessBuilder(
                        java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", unpacked.toString())
                .inheritIO()
                .start();
        try {
            if (extract.waitFor() != 0) throw new IOException("cannot unpack " + jar);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    var copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
