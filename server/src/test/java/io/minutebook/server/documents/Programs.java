package io.minutebook.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The programs that the documents ask a reader to have. */
final class Programs {

    private static final List<String> NAMES = List.of("curl", "jq", "kcat", "psql");
    private static final String IMPORT = "import confluent_kafka";

    private Programs() {}

    /** A developer may do without the tests where one is missing, continuous integration may not. */
    static void require(List<Document> documents) {
        var commands = documents.stream()
                .flatMap(document -> document.steps().stream())
                .map(Step::commands)
                .collect(Collectors.joining());
        var missing = new ArrayList<>(NAMES.stream()
                .filter(commands::contains)
                .filter(name -> !succeeds("sh", "-c", "command -v " + name))
                .toList());
        if (!hasKafka("python3") && !hasKafka("/usr/bin/python3")) missing.add("confluent-kafka for python3");
        var need = "the programs that the documents ask for are there (apt-get install curl jq kcat"
                + " postgresql-client python3-confluent-kafka)";
        if ("true".equals(System.getenv("CI"))) assertThat(missing).as(need).isEmpty();
        assumeThat(missing).as(need).isEmpty();
    }

    private static boolean hasKafka(String python) {
        return succeeds(python, "-c", IMPORT);
    }

    /** A folder for the front of the PATH, where {@code python3} is the system's if the usual one lacks the client. */
    static Path folder(Path scratch) throws IOException {
        var folder = Files.createDirectories(scratch.resolve("bin"));
        if (!hasKafka("python3")) Files.createSymbolicLink(folder.resolve("python3"), Path.of("/usr/bin/python3"));
        return folder;
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
