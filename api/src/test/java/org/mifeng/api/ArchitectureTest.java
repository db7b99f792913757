package org.mifeng.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "org.mifeng.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> ENTITY =
            DescribedPredicate.describe("an entity", type -> type.isAnnotatedWith(Entity.class));

    @ArchTest
    static final ArchRule featuresKnowEachOtherOnlyOneWay =
            slices().matching("org.mifeng.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule luceneStaysInTheMatcher =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule onlyMatchingChoosesTheBackend = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.mifeng.api.matching",
                    "org.mifeng.api.indexing",
                    "org.mifeng.api.generation",
                    "org.mifeng.api.reconcile",
                    "org.mifeng.api.launch",
                    "org.mifeng.api.operations")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mifeng.matcher.lucene..");

    @ArchTest
    static final ArchRule entitiesAreSeenByTheirFeatureOnly =
            noClasses().that().areAnnotatedWith(Entity.class).should().bePublic();

    @ArchTest
    static final ArchRule noEntityCrossesTheBorderOfAResource = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .haveRawReturnType(ENTITY)
            .orShould()
            .haveRawParameterTypes(DescribedPredicate.describe(
                    "an entity among them", types -> types.stream().anyMatch(ENTITY)));

    @ArchTest
    static final ArchRule resourcesOpenNoTransactions = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(Transactional.class);
}
