package io.minutebook.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OwnProcessTest {

    @Test
    void endsWhenTheOneThatStartedItIsToldTo() throws IOException {
        var starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), Starter.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var lines = starter.inputReader()) {
            var started = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            starter.destroy();

            assertThat(started.onExit()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    static final class Starter {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            new OwnProcess(Endless.class).lastLineOf(List.of());
        }
    }

    static final class Endless {
        public static void main(String[] arguments) throws InterruptedException {
            System.err.println(ProcessHandle.current().pid());
            new CountDownLatch(1).await();
        }
    }
}
