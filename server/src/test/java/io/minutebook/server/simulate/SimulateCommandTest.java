package io.minutebook.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesOneRecordALineAndEndsWithTheSummary() throws IOException {
        var file = folder.resolve("new/month.jsonl");
        var shown = run("--accounts", "5", "--first-account", "900", "--records", "3000",
                "--month", "2025-02", "--seed", "7",
                "--duplicates", "4", "--disorder", "10", "--late", "1.5", "--bad", "2",
                "--out", file.toString());
        var summary = JsonMapper.shared().readTree(shown.lines().toList().getLast());
        assertThat(Files.readAllLines(file)).hasSize(3_000).allMatch(line -> !line.isBlank());
        assertThat(summary.propertyNames())
                .containsExactly("records", "distinct", "duplicates", "bad", "minutes", "accounts", "seed");
        assertThat(summary.path("records").asInt()).isEqualTo(3_000);
        assertThat(summary.path("distinct").asInt()).isEqualTo(2_820);
        assertThat(summary.path("duplicates").asInt()).isEqualTo(120);
        assertThat(summary.path("bad").propertyNames()).hasSize(12);
        assertThat(summary.path("minutes").path("LANDLINE_OUTBOUND").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--month 2025-01 | Missing required argument",
        "--out x | Missing required option",
        "--month 2025-13 --out x | not a month",
        "--month 2025-01 --out x --kafka y:1 | mutually exclusive",
        "--month 2025-01 --out x --bad 101 | 0 to 100 percent",
        "--month 2025-01 --out x --bad 60 --duplicates 40 | no room",
        "--month 2025-01 --out x --accounts 0 | accounts: 1 to",
        "--month 2025-01 --out x --prepare http://127.0.0.1:1 | --key",
    })
    void saysWhatIsWrongWithItsOptions(String options, String complaint) {
        var errors = new StringWriter();
        int status = new CommandLine(new SimulateCommand())
                .setErr(new PrintWriter(errors))
                .execute(options.split(" "));
        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).contains(complaint);
        assertThat(Path.of("x")).doesNotExist();
    }

    private static String run(String... arguments) {
        var kept = System.out;
        var shown = new ByteArrayOutputStream();
        try (var out = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            assertThat(new CommandLine(new SimulateCommand()).execute(arguments)).isZero();
        } finally {
            System.setOut(kept);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
