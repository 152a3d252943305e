package io.minutebook.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Jazzer, guided by coverage, looks for a delivery that breaks {@link DecoderFuzzTarget}, in a process of its
 * own. It ends after {@code fuzz.runs} inputs, or after {@code fuzz.seconds} where none are given.
 */
class DecoderFuzzTest {

    private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
    private static final Pattern DONE = Pattern.compile("Done ([0-9]+) runs in ([0-9]+) second");
    private static final int RUNS_AT_LEAST = 1_000;
    private static final List<Delivery> SOUND = List.of(
            CallLegJson.answered().structured(),
            CallLegJson.complete().structured(),
            CallLegJson.complete().binary(),
            CallLegJson.unanswered().key(null).structured(),
            CallLegJson.voip("VIDEO").structured(),
            CallLegJson.recognition().structured(),
            CallLegJson.recognition().binary(),
            CallLegJson.botMessages().structured(),
            CallLegJson.botMessages().binary());
    private static final List<Delivery> HARD = List.of(
            CallLegJson.answered()
                    .raw("extensions", "{\"a\":[1e999999999,{\"\\ud800\":\"\\u0000\"}]}")
                    .structured(),
            CallLegJson.answered().raw("durationMs", "5.9001e4").structured(),
            CallLegJson.answered().text("serviceNumberType", "NUM400").structured(),
            CallLegJson.answered().text("endedAt", "2025-01-15T02:01:09.0019999Z").structured(),
            CallLegJson.answered().text("sessionId", "😀\\n\\\"").structured(),
            CallLegJson.answered().text("callee", "").raw("caller", "null").binary());

    @Test
    void noDeliveryThatAFuzzerFindsBreaksTheDecoder() throws Exception {
        var log = FOLDER.resolve("fuzz.log.txt");
        writeSeeds();
        var process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = process.waitFor();
        var output = Files.readString(log);
        assertThat(status).as(output).isZero();
        var done = DONE.matcher(output);
        assertThat(done.find()).as(output).isTrue();
        System.out.println(done.group());
        assertThat(Integer.parseInt(done.group(1))).isGreaterThan(RUNS_AT_LEAST);
    }

    private static void writeSeeds() throws IOException {
        Files.createDirectories(FOLDER.resolve("corpus"));
        Files.createDirectories(FOLDER.resolve("seeds"));
        int number = 0;
        for (var seeds : List.of(SOUND, HARD)) {
            for (var seed : seeds) {
                Files.write(FOLDER.resolve("seeds", "seed-" + number++), FuzzedDelivery.write(seed));
            }
        }
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + DecoderFuzzTarget.class.getName(),
                "--instrumentation_includes=io.minutebook.**",
                "--reproducer_path=" + FOLDER,
                FOLDER.resolve("corpus").toString(),
                FOLDER.resolve("seeds").toString(),
                "-artifact_prefix=" + FOLDER + "/",
                "-dict=" + Path.of("src", "test", "resources", "fuzz", "records.dict").toAbsolutePath(),
                "-max_len=4096",
                "-timeout=30",
                end());
    }

    private static String end() {
        var runs = System.getProperty("fuzz.runs");
        return runs == null ? "-max_total_time=" + System.getProperty("fuzz.seconds", "45") : "-runs=" + runs;
    }
}
