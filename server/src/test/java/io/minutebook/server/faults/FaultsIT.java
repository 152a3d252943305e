package io.minutebook.server.faults;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to its processes, sessions and clocks while records come in, a ledger comes to the figures of one
 * that was left in peace.
 */
class FaultsIT {

    private static final FaultCount count = new FaultCount();

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> comesToTheFiguresOfAnUndisturbedLedger() {
        return Mix.seeds().mapToObj(seed -> dynamicTest("seed " + seed, () -> run(seed)));
    }

    /** What the servers of a seed that failed have logged stays for whoever looks into it. */
    private static void run(long seed) throws IOException, InterruptedException {
        boolean isWhole = false;
        try {
            new Round(seed, Mix.given(), count, scratch).run();
            isWhole = true;
        } finally {
            if (!isWhole) keepLogs("seed-" + seed);
        }
    }

    private static void keepLogs(String seed) throws IOException {
        try (var files = Files.walk(scratch.resolve(seed))) {
            for (var log : files.filter(FaultsIT::isLog).toList()) {
                var kept = Path.of("target/faults").resolve(scratch.relativize(log));
                Files.createDirectories(kept.getParent());
                Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isLog(Path file) {
        return file.getFileName().toString().matches("(minutebook|console|postgres).*\\.(log|txt)");
    }

    @AfterAll
    static void sayWhatWasDone() {
        System.out.println(count.summary());
    }
}
