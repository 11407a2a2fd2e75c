package org.sitrep.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of ARCHITECTURE.md that a program can check. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sitrep");

    /** The stages, in the direction in which a page goes through them. */
    private static final List<String> STAGES = List.of("read", "extract", "judge", "relate", "reconcile", "report");

    private static final String[] PURE = {
        "org.sitrep.model..",
        "org.sitrep.language..",
        "org.sitrep.read..",
        "org.sitrep.extract..",
        "org.sitrep.judge..",
        "org.sitrep.relate..",
        "org.sitrep.reconcile.."
    };

    /** Calls whose answer depends on the machine, the moment or chance: owner.method. */
    private static final Set<String> IMPURE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Locale.getDefault",
            "java.util.UUID.randomUUID");

    @ParameterizedTest
    @ValueSource(strings = {"read", "extract", "judge", "relate", "reconcile", "report"})
    void aStageKnowsOnlyTheModelAndTheLanguagesNotAnotherStage(String stage) {
        boolean reconcile = stage.equals("reconcile"); // builds on relations: see ARCHITECTURE.md
        String[] others = STAGES.stream()
                .filter(s -> !s.equals(stage) && !(reconcile && s.equals("relate")))
                .map(s -> "org.sitrep." + s + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.sitrep." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(ALL);
    }

    @Test
    void theModelKnowsNobody() {
        classes()
                .that()
                .resideInAPackage("org.sitrep.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.sitrep.model..", "java..", "org.jspecify..")
                .check(ALL);
    }

    @Test
    void theEngineKnowsNeitherLedgerNorAcquisitionNorCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.sitrep.web..",
                        "org.sitrep.app..",
                        "org.sitrep.ledger..",
                        "org.sitrep.desk..",
                        "org.sitrep.acquire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.sitrep.web..",
                        "org.sitrep.app..",
                        "org.sitrep.ledger..",
                        "org.sitrep.desk..",
                        "org.sitrep.acquire..")
                .check(ALL);
    }

    @Test
    void fromReadToReconcileThereIsNoNetworkDatabaseOrChance() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net.http..", "java.rmi..", "org.sqlite..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URL")
                .check(ALL);
    }

    @Test
    void fromReadToReconcileNothingDependsOnTheMomentOrTheMachine() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethodWhere(describe("ask the clock, the machine or its defaults", ArchitectureTest::impure))
                .check(ALL);
    }

    private static boolean impure(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        String name = call.getName();
        if (IMPURE.contains(owner + "." + name)) return true;
        boolean defaultCase = owner.equals("java.lang.String")
                && (name.equals("toLowerCase") || name.equals("toUpperCase"))
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean defaultFormat = owner.equals("java.lang.String")
                && name.equals("format")
                && call.getTarget()
                        .getRawParameterTypes()
                        .getFirst()
                        .getFullName()
                        .equals("java.lang.String");
        return defaultCase || defaultFormat || owner.equals("java.lang.String") && name.equals("formatted");
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(ALL);
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .doNotImplement("org.apache.pdfbox.pdmodel.font.FontMapper") // the library's own names
                .and()
                .areDeclaredInClassesThat()
                .doNotImplement("java.net.http.HttpResponse$BodySubscriber")
                .should()
                .haveNameMatching("get[A-Z].*")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new java.util.TreeSet<>();
        for (var type : ALL) {
            var marked = type.getPackage().tryGetAnnotationOfType("org.jspecify.annotations.NullMarked");
            if (marked.isEmpty()) unmarked.add(type.getPackageName());
        }
        assertThat(unmarked)
                .as("packages whose package-info.java lacks @NullMarked")
                .isEmpty();
    }
}
