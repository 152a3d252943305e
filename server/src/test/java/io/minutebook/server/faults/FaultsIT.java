package io.minutebook.server.faults;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to its processes, sessions and clocks while records come in, a ledger comes to the figures of one
 * that was left in peace.
 */
class FaultsIT {

    private static final FaultCount count = new FaultCount();

    /** What the servers of a seed that failed have logged stays for whoever looks into it. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> comesToTheFiguresOfAnUndisturbedLedger() {
        return Mix.seeds().mapToObj(seed -> dynamicTest(
                "seed " + seed, () -> new Round(seed, Mix.given(), count, scratch).run()));
    }

    @AfterAll
    static void sayWhatWasDone() {
        System.out.println(count.summary());
    }
}
