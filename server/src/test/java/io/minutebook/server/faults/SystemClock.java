package io.minutebook.server.faults;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The system clock as one server of a deployment sees it, where there is a C compiler to make it another than ours. */
record SystemClock(Path folder) {

    private static final String SOURCE = "faults/system_clock.c";

    static SystemClock in(Path folder) throws IOException, InterruptedException {
        var clock = new SystemClock(folder);
        clock.setAheadMillis(0);
        if (canBeSet()) clock.compile();
        return clock;
    }

    static boolean canBeSet() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(programs -> Files.isExecutable(Path.of(programs, "cc")));
    }

    private void compile() throws IOException, InterruptedException {
        var source = folder.resolve("system_clock.c");
        try (var text = new ClassPathResource(SOURCE).getInputStream()) {
            Files.copy(text, source);
        }
        var compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", library(), source.toString());
        assertThat(compiler.inheritIO().start().waitFor()).as("cc").isZero();
    }

    private String library() {
        return folder.resolve("system_clock.so").toString();
    }

    private Path file() {
        return folder.resolve("system_clock");
    }

    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library(), "SYSTEM_CLOCK_FILE", file().toString());
    }

    /** Shows that much more, or less, than it is. */
    void setAheadMillis(long millis) {
        try (var file = FileChannel.open(file(), CREATE, WRITE)) {
            file.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, millis));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
