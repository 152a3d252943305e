package io.minutebook.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses INGEST = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.minutebook.ingest");

    @Test
    void theRulesBelowSeeTheClassesTheyJudge() {
        assertThat(INGEST.contain("io.minutebook.ingest.record.RecordDecoder")).isTrue();
        assertThat(INGEST).hasSizeGreaterThan(20);
    }

    @Test
    void ingestKnowsNothingOfReportingTheServerOrTheWeb() {
        noClasses()
                .that().resideInAPackage("io.minutebook.ingest..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "io.minutebook.reporting..",
                        "io.minutebook.server..",
                        "org.springframework.web..",
                        "org.springframework.boot..",
                        "jakarta.servlet..")
                .check(INGEST);
    }

    @Test
    void decodingARecordNeedsNeitherADatabaseNorKafkaNorAxon() {
        noClasses()
                .that().resideInAPackage("io.minutebook.ingest.record..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework..",
                        "org.apache.kafka..",
                        "org.axonframework..")
                .check(INGEST);
    }
}
