package org.sitrep.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The cluster stands over the same stages as the command line, and nothing stands over it. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sitrep");

    @Test
    void onlyTheClusterKnowsFlinkAndKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sitrep.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sitrep.cluster..", "org.apache.flink..", "org.apache.kafka..")
                .check(ALL);
    }

    @Test
    void theClusterKnowsOfTheStagesThePipelineAndWhatDecidesACrisisOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.sitrep.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.sitrep.read..",
                        "org.sitrep.extract..",
                        "org.sitrep.reconcile..",
                        "org.sitrep.report..",
                        "org.sitrep.web..",
                        "org.sitrep.app..",
                        "org.sitrep.export..",
                        "java.sql..")
                .check(ALL);
    }

    @Test
    void whatTravelsBetweenMachinesIsPublicAndImmutable() {
        classes()
                .that()
                .resideInAPackage("org.sitrep.cluster..")
                .and()
                .areRecords()
                .and()
                .arePublic()
                .should()
                .haveOnlyFinalFields()
                .check(ALL);
    }
}
