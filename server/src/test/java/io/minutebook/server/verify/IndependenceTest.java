package io.minutebook.server.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    private static final String VERIFY = "io.minutebook.server.verify";
    private static final String[] CHECKED = {
        "io.minutebook.billing..", "io.minutebook.ingest..", "io.minutebook.reporting..", "io.minutebook.server.store.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(VERIFY);

    @Test
    void theCheckSharesNoCodeWithWhatItChecks() {
        noClasses().that().resideInAPackage(VERIFY).should().dependOnClassesThat().resideInAnyPackage(CHECKED)
                .check(CLASSES);
    }

    @Test
    void theClassesAreSeenAndOnlyTheReplayRunsTheProjectionsOwnCode() {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(VERIFY))).hasSizeGreaterThan(15);
        assertThat(CLASSES.stream().filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("io.minutebook.reporting"))))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getPackageName()).isEqualTo(VERIFY + ".replay"));
    }
}
