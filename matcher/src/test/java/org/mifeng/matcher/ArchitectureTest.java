package org.mifeng.matcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.mifeng.matcher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheBackendAndTheAnalyzerKnowLucene = noClasses()
            .that()
            .resideOutsideOfPackages("org.mifeng.matcher.lucene..", "org.mifeng.matcher.text..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("a second backend must fit behind the same seam");

    @ArchTest
    static final ArchRule nothingKnowsTheBackend = noClasses()
            .that()
            .resideOutsideOfPackage("org.mifeng.matcher.lucene..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mifeng.matcher.lucene..");

    @ArchTest
    static final ArchRule theBackendIsFreeOfCycles =
            slices().matching("org.mifeng.matcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineReadsNoClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
