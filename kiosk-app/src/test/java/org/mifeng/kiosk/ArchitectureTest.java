package org.mifeng.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.mifeng.kiosk.card.IdNumber;
import org.mifeng.kiosk.service.ServiceClient;

@AnalyzeClasses(packages = "org.mifeng.kiosk", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_KNOWS_THE_CARD_API = noClasses()
            .that()
            .resideOutsideOfPackage("..card.pcsc")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.smartcardio..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.mifeng.kiosk.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule AN_ID_NUMBER_LEAVES_ONLY_IN_THE_SIGNED_REQUEST = methods()
            .that()
            .areDeclaredIn(IdNumber.class)
            .and()
            .haveName("digits")
            .should()
            .onlyBeCalled()
            .byClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "belong to the card's layer, or build the signed request",
                    caller -> caller.getPackageName().startsWith("org.mifeng.kiosk.card")
                            || caller.isEquivalentTo(ServiceClient.class)));

    @ArchTest
    static final ArchRule CARDS_KNOW_NOTHING_OF_SCREENS = noClasses()
            .that()
            .resideInAPackage("..card..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..session..", "..web..", "..service..");

    @ArchTest
    static final ArchRule THE_SESSION_KNOWS_NOTHING_OF_THE_PAGE = noClasses()
            .that()
            .resideInAPackage("..session..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..web..");
}
