package io.minutebook.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.minutebook.server.documents.Terminal.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documents tell a stranger to type works as it is written, in the order of the documents, with the
 * real launcher in a fresh checkout. The ledger that the README starts by hand serves the others.
 */
class DocumentsIT {

    private static final List<String> DOCUMENTS =
            List.of("README.md", "docs/integration.md", "docs/operations.md");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path scratch;

    @SuppressWarnings("NullAway.Init") // set before all
    private static Checkout checkout;

    @SuppressWarnings("NullAway.Init") // set before all
    private static Terminal terminal;

    private static @Nullable Server server;

    private static final List<Document> documents = DOCUMENTS.stream()
            .map(name -> Document.read(Checkout.PROJECT.resolve(name)))
            .toList();

    @BeforeAll
    static void cloneTheProject() throws IOException {
        Programs.require(documents);
        assumeThat(Checkout.isPossible()).as("the program is built (mvnw package)").isTrue();
        checkout = Checkout.into(scratch.resolve("checkout"));
        terminal = Terminal.open(checkout.folder(), Programs.folder(scratch), scratch);
    }

    @AfterAll
    static void stop() {
        if (terminal != null) terminal.close();
        if (server != null) server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCommandWorksAsItIsWritten() {
        var ports = new FreePorts();
        return documents.stream().flatMap(document -> document.steps().stream()
                .map(step -> dynamicTest(
                        document.name() + ", line " + step.line(), () -> take(step.with(ports)))));
    }

    private static void take(Step step) throws IOException, InterruptedException {
        if (step.isServer()) {
            start(step);
            return;
        }
        var shown = terminal.run(step.commands());
        if (step.isLook() && !step.isKeptBy(shown.output())) shown = lookAgain(step);
        assertThat(shown.failed()).as(shown.output()).isEmpty();
        assertThat(step.isKeptBy(shown.output())).as(step.promise() + "\nis not in\n" + shown.output()).isTrue();
    }

    private static Shown lookAgain(Step step) {
        return await().atMost(PATIENCE)
                .until(() -> terminal.run(step.commands()), shown -> step.isKeptBy(shown.output()));
    }

    /** The ports are the same for all: what was started before is stopped first, as a reader does. */
    private static void start(Step step) throws IOException, InterruptedException {
        if (server != null) server.stop();
        server = null;
        if (step.commands().contains("--demo")) {
            new DemoTour(step, checkout.folder(), scratch).take();
        } else {
            server = Server.start(checkout.folder(), scratch, step.commands());
            server.awaitShown(shown -> shown.contains("ready: ") && step.isKeptBy(shown));
        }
    }
}
