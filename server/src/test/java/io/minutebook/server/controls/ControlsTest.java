package io.minutebook.server.controls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The controls that {@code ops/controls} proves still fit the code, its tests and the document. */
class ControlsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = PROJECT.resolve("docs/remedies.md");
    private static final Pattern TEST = Pattern.compile("([A-Za-z0-9.]+)#([A-Za-z0-9]+)");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))(?:\\.([a-z][A-Za-z0-9]+))?`");
    private static final Pattern NAMED_CONTROL = Pattern.compile("\\(\\.\\./controls/([a-z0-9-]+\\.patch)\\)");
    private static final String BUILD_RULE = "enforcer: ";
    private static final List<String> MODULES = List.of("billing-domain", "metering-ingest", "reporting", "server");

    static List<Path> controls() {
        try (var files = Files.list(PROJECT.resolve("controls"))) {
            return files.filter(file -> file.toString().endsWith(".patch")).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("controls")
    @EnabledIf(value = "hasGit", disabledReason = "git is not installed")
    void aControlStillApplies(Path control) throws Exception {
        var check = new ProcessBuilder("git", "apply", "--check", control.toString())
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(check.getInputStream().readAllBytes(), UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
    }

    static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aControlTellsItsTrapItsRemedyAndWhatTheTestsSay(Path control) throws IOException {
        assertThat(header(control, "Trap")).hasSize(1).noneMatch(String::isBlank);
        assertThat(header(control, "Remedy")).hasSize(1).noneMatch(String::isBlank);
        assertThat(header(control, "Fails")).isNotEmpty();
        if (testsOf(control).isEmpty()) return;
        assertThat(header(control, "Says")).isNotEmpty().noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aControlNamesTestsThatExist(Path control) throws IOException {
        for (var name : testsOf(control)) {
            var test = TEST.matcher(name);
            assertThat(test.matches()).as(name).isTrue();
            var source = test.group(1).replace('.', '/') + ".java";
            assertThat(holdsMethod(source, test.group(2))).as(name).isTrue();
        }
    }

    @Test
    void theDocumentNamesEveryControlAndNoOther() throws IOException {
        assertThat(foundIn(DOCUMENT, NAMED_CONTROL).map(found -> found.group(1)).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        controls().stream().map(control -> String.valueOf(control.getFileName())).toList())
                .hasSizeGreaterThan(40);
    }

    @Test
    void theDocumentNamesTestsThatExist() throws IOException {
        var named = foundIn(DOCUMENT, NAMED_TEST).toList();

        assertThat(named).hasSizeGreaterThan(40);
        for (var test : named) {
            var sources = testSources("/" + test.group(1) + ".java");
            assertThat(sources).as(test.group()).isNotEmpty();
            if (test.group(2) != null) assertThat(sources).as(test.group()).anyMatch(it -> has(it, test.group(2)));
        }
    }

    private static List<String> testsOf(Path control) throws IOException {
        return header(control, "Fails").stream().filter(not(name -> name.startsWith(BUILD_RULE))).toList();
    }

    /** The values of a field, from the lines above the patch itself. */
    private static List<String> header(Path control, String field) throws IOException {
        return Files.readAllLines(control).stream()
                .takeWhile(line -> !line.startsWith("diff "))
                .filter(line -> line.startsWith(field + ": "))
                .map(line -> line.substring(field.length() + 2))
                .toList();
    }

    private static boolean holdsMethod(String source, String method) throws IOException {
        return testSources("/src/test/java/" + source).stream().anyMatch(it -> has(it, method));
    }

    private static boolean has(String source, String method) {
        return source.contains(" void " + method + "(");
    }

    /** The texts of the test sources whose path ends so, in all modules. */
    private static List<String> testSources(String end) throws IOException {
        var found = new ArrayList<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(end)).map(ControlsTest::textOf).forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<MatchResult> foundIn(Path file, Pattern pattern) {
        return pattern.matcher(textOf(file)).results();
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
