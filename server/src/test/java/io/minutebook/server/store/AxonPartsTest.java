package io.minutebook.server.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What Axon offers that a ledger of money must leave alone: each loses, skips or forgets events, or hides it. */
class AxonPartsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.minutebook");

    @Test
    void nothingOfOursForgetsItsPlaceSkipsAnEventOrSetsOneAside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework.eventhandling.tokenstore.inmemory..",
                        "org.axonframework..deadletter..",
                        "org.axonframework..jpa..",
                        "org.axonframework.serialization.xml..",
                        "org.axonframework.axonserver..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("org\\.axonframework\\.(eventhandling\\.(Logging(ErrorHandler|EventListener.*)"
                        + "|TrackingEventProcessor|async\\.Sequential.*Policy)"
                        + "|eventsourcing\\.eventstore\\.(inmemory\\..*|jdbc\\.JdbcEventStorageEngine))")
                .check(CLASSES);
    }

    @Test
    void theClassesOfEveryModuleAreSeen() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()))
                .contains(
                        "io.minutebook.billing.packs",
                        "io.minutebook.ingest",
                        "io.minutebook.reporting.projections",
                        "io.minutebook.server.store");
    }
}
