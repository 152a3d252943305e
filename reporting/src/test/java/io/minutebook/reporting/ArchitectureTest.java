package io.minutebook.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses REPORTING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.minutebook.reporting");

    @Test
    void reportingIsSeen() {
        assertThat(REPORTING).hasSizeGreaterThan(30);
        assertThat(REPORTING.stream().filter(type -> type.getPackageName().endsWith("reporting.packs"))).isNotEmpty();
    }

    @Test
    void reportingKnowsNeitherIngestNorServer() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.minutebook.ingest..", "io.minutebook.server..")
                .check(REPORTING);
    }

    @Test
    void reportingKnowsEventsAndValuesButNoAggregatesAndNoCommands() {
        noClasses().should().dependOnClassesThat(areAggregates()).check(REPORTING);
        noClasses().should().dependOnClassesThat(areCommands()).check(REPORTING);
    }

    @Test
    void theRulesWouldRecogniseAnAggregateAndACommand() {
        var domain = new ClassFileImporter().importPackages("io.minutebook.billing");
        assertThat(domain.stream().filter(areAggregates())).isNotEmpty();
        assertThat(domain.stream().filter(areCommands())).isNotEmpty();
    }

    /** A replay runs every projection over every event again: whatever else it did, it would do twice. */
    @Test
    void aReplayReachesTheDatabaseAndNothingElse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.nio.file..", "org.apache.kafka..", "org.axonframework.commandhandling..")
                .check(REPORTING);
    }

    @Test
    void readModelsDoNotKnowEachOther() {
        slices().matching("io.minutebook.reporting.(accounts|packs|usage|bills|journal)..").should().notDependOnEachOther()
                .check(REPORTING);
    }

    private static DescribedPredicate<JavaClass> areAggregates() {
        return DescribedPredicate.describe("are aggregates", type -> type.isAnnotatedWith(AggregateRoot.class));
    }

    private static DescribedPredicate<JavaClass> areCommands() {
        return DescribedPredicate.describe("are commands", type -> type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(TargetAggregateIdentifier.class)));
    }
}
