package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.LedgerSettings;
import io.minutebook.server.Minutebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings in docs/operations.md are those of the code, and their environment variables are heard. */
class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/operations.md");
    private static final Path RIGHT_DOCUMENT = Path.of("target/operations.md");
    private static final Pattern GENERATED = Pattern.compile(
            "(<!-- settings of the code: begin -->\n).*(<!-- settings of the code: end -->)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("; given by (--[a-z-]+)");
    private static final Pattern GIVEN_BY_UP = Pattern.compile("\"--(minutebook\\.[a-z-]+|server\\.port)=");
    /** An option or, so that others on the machine do not see the password, an environment variable. */
    private static final String EITHER = "minutebook.database-owner-url";

    record Setting(String name, String byDefault, String meaning) {

        static Setting of(JsonNode property) {
            return new Setting(
                    property.path("name").asString(),
                    property.path("defaultValue").asString(""),
                    property.path("description").asString(""));
        }

        String variable() {
            return name.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
        }

        boolean isGivenByOption() {
            return OPTION.matcher(meaning).find();
        }

        String row() {
            var variable = isGivenByOption() ? "" : "`" + variable() + "`";
            var shownDefault = byDefault.isEmpty() ? "" : "`" + byDefault + "`";
            return "| `%s` | %s | %s | %s |".formatted(name, variable, shownDefault, cell(meaning));
        }
    }

    @Test
    void theDocumentHasTheSettingsOfTheCode() throws IOException {
        var document = Files.readString(DOCUMENT);
        var generated = GENERATED.matcher(document);
        assertThat(generated.find()).as("the marks around the generated part").isTrue();
        var right = generated.replaceFirst(found ->
                Matcher.quoteReplacement(found.group(1) + tables() + found.group(2)));
        if (!right.equals(document)) Files.writeString(RIGHT_DOCUMENT, right);

        assertThat(document)
                .as("the right document lies in server/%s:\n%s", RIGHT_DOCUMENT, tables())
                .isEqualTo(right);
    }

    @Test
    void everySettingSaysWhatItMeansAndIsWhatTheApplicationHas() throws IOException {
        var application = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml")).getFirst();
        assertThat(settings()).hasSizeGreaterThan(8).allSatisfy(setting -> {
            assertThat(setting.meaning()).as(setting.name()).isNotBlank();
            var value = application.getProperty(setting.name());
            if (value != null) assertThat(value).asString().as(setting.name()).isEqualTo(setting.byDefault());
        });
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theEnvironmentVariableIsHeard(Setting setting) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(setting.variable(), "heard")));
        ConfigurationPropertySources.attach(environment);

        assertThat(Binder.get(environment).bind(setting.name(), String.class).orElse("deaf")).isEqualTo("heard");
    }

    @Test
    void whatUpDecidesIsSaidToBeGivenByItsOptions() throws IOException {
        var up = Files.readString(Path.of("src/main/java/io/minutebook/server/cli/Up.java"));
        var decided = GIVEN_BY_UP.matcher(up).results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals(EITHER))
                .toList();
        var options = new CommandLine(new Up()).getCommandSpec().optionsMap().keySet();

        assertThat(settings().stream().filter(Setting::isGivenByOption).map(Setting::name))
                .containsExactlyInAnyOrderElementsOf(decided);
        assertThat(settings()).allSatisfy(setting -> OPTION.matcher(setting.meaning()).results()
                .forEach(found -> assertThat(options).contains(found.group(1))));
    }

    private static List<Setting> settings() throws IOException {
        var classes = LedgerSettings.class.getProtectionDomain().getCodeSource().getLocation();
        var metadata = Path.of(classes.getPath(), "META-INF/spring-configuration-metadata.json");
        return JsonMapper.shared().readTree(Files.readString(metadata)).path("properties").valueStream()
                .map(Setting::of)
                .toList();
    }

    private static String tables() {
        try {
            return "\n| setting | environment variable | default | meaning |\n|---|---|---|---|\n"
                    + settings().stream().map(Setting::row).collect(Collectors.joining("\n"))
                    + "\n\n| command | option | default | meaning |\n|---|---|---|---|\n"
                    + String.join("\n", optionRows(ofMinutebook()))
                    + "\n\n";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CommandLine ofMinutebook() {
        return new CommandLine(Minutebook.class);
    }

    private static List<String> optionRows(CommandLine command) {
        var rows = new ArrayList<String>();
        var spec = command.getCommandSpec();
        for (var option : spec.options()) {
            if (option.usageHelp() || option.versionHelp() || option.inherited()) continue;
            rows.add("| `%s` | `%s` | %s | %s |".formatted(
                    spec.qualifiedName().replaceFirst("minutebook ", ""), shown(option), defaultOf(option),
                    cell(String.join(" ", option.description()).replaceFirst(" \\(default [^)]*\\)$", ""))));
        }
        command.getSubcommands().values().forEach(sub -> rows.addAll(optionRows(sub)));
        return rows;
    }

    private static String defaultOf(OptionSpec option) {
        var value = option.defaultValueString();
        var isNone = option.arity().max() == 0 || option.required() || value.equals("null");
        return isNone ? "" : "`" + value + "`";
    }

    private static String shown(OptionSpec option) {
        var name = option.longestName();
        return option.arity().max() == 0 ? name : name + " " + option.paramLabel();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceFirst("\\.$", "");
    }
}
