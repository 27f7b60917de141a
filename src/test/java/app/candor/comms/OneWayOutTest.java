package app.candor.comms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class OneWayOutTest {

    @Test
    void onlyReleaseMakesADraftReleased() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("app.candor");

        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Release.class.getName())
                .should()
                .callConstructorWhere(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "of the released state",
                                call ->
                                        call.getTargetOwner()
                                                .isEquivalentTo(DraftState.Released.class)))
                .orShould()
                .callMethod(Draft.class, "released", DraftState.Released.class)
                .orShould()
                .callConstructorWhere(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "of the event",
                                call -> call.getTargetOwner().isEquivalentTo(DraftReleased.class)))
                .because("whatever leaves was recomputed at one choke point")
                .check(classes);
    }
}
