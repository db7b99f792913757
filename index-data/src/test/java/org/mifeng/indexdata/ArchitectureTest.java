package org.mifeng.indexdata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders of the module. */
@AnalyzeClasses(packages = "org.mifeng.indexdata", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.mifeng.indexdata.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule knowsNoContainerAndNoDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "org.hibernate..", "jakarta..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyTheEngineIsBelow = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mifeng.api..", "org.mifeng.kiosk..", "org.mifeng.matcher.lucene..");

    @ArchTest
    static final ArchRule referenceKnowsNoFilesAndNoGenerator = noClasses()
            .that()
            .resideInAPackage("..reference..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..bulk..", "..generator..", "..cli..");

    @ArchTest
    static final ArchRule chanceAndTimeComeFromOutside = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.util.Random.class, java.util.concurrent.ThreadLocalRandom.class, java.time.Clock.class);
}
