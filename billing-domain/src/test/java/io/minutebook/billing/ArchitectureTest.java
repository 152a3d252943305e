package io.minutebook.billing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.minutebook.billing");

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern FLOATING_POINT =
            Pattern.compile("\\b(double|float|Double|Float|DoubleStream|doubleValue|floatValue|mapToDouble)\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account", "catalogue", "chat", "corrections", "discounts", "entitlements", "ledger", "months",
                "numbers", "orders", "packs", "refunds", "seats", "usage"
            })
    void everyFeatureIsSeenByTheseRules(String feature) {
        assertThat(DOMAIN.stream().filter(resideInAPackage("io.minutebook.billing." + feature)))
                .hasSizeGreaterThan(5);
    }

    @Test
    void theDomainKnowsNeitherSpringNorADatabaseNorABrokerNorJson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.apache.kafka..",
                        "com.fasterxml..",
                        "tools.jackson..")
                .check(DOMAIN);
    }

    @Test
    void theDomainIsBuiltFromTheLibraryOfTheLanguageAxonAndACsvReaderOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.minutebook.billing..",
                        "java.io",
                        "java.lang..",
                        "java.math",
                        "java.nio.charset",
                        "java.security",
                        "java.time..",
                        "java.util..",
                        "org.apache.commons.csv",
                        "org.axonframework..",
                        "org.jspecify.annotations")
                .check(DOMAIN);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.minutebook.billing.(*)..")
                .should()
                .beFreeOfCycles()
                .check(DOMAIN);
    }

    @Test
    void axonIsMetAtTheEdgeOnly() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Aggregate")
                .and()
                .haveSimpleNameNotEndingWith("Desk")
                .and()
                .areNotAnnotatedWith(Stored.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework.eventsourcing..", "org.axonframework.commandhandling..")
                .check(DOMAIN);
    }

    @Test
    void noSourceKnowsBinaryFloatingPoint() throws IOException {
        var sources = javaFiles();

        assertThat(sources).hasSizeGreaterThan(80);
        for (var source : sources) {
            var code = COMMENT.matcher(Files.readString(source)).replaceAll("");
            assertThat(code).as("%s", source).doesNotContainPattern(FLOATING_POINT);
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void everyStoredTypeIsListedOnce() {
        var annotated = DOMAIN.stream()
                .filter(type -> type.isAnnotatedWith(Stored.class))
                .map(JavaClass::getName);

        assertThat(DomainTypes.storedTypes())
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(annotated.toList())
                .hasSizeGreaterThan(10);
    }

    @Test
    void noTwoStoredTypesShareANameAndEachNameBeginsWithItsFeature() {
        assertThat(DomainTypes.storedTypes()).extracting(ArchitectureTest::nameOf).doesNotHaveDuplicates();
        assertThat(DomainTypes.storedTypes()).allSatisfy(type -> assertThat(nameOf(type))
                .matches(featureOf(type) + "\\.[a-z]+(-[a-z]+)*"));
    }

    private static String nameOf(Class<?> type) {
        return type.getAnnotation(Stored.class).name();
    }

    private static String featureOf(Class<?> type) {
        return type.getPackageName().replace("io.minutebook.billing.", "");
    }
}
