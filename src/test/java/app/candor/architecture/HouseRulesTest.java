package app.candor.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the house agreed on, each rule with its reason. */
@AnalyzeClasses(packages = "app.candor", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule VIEWS_STAY_INSIDE_THEIR_FEATURE =
            classes()
                    .that(annotatedWith(Route.class))
                    .should()
                    .resideInAPackage("..ui..")
                    .andShould()
                    .notHaveModifier(JavaModifier.PUBLIC)
                    .because("a view is reached by its address, never by another module's code");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_INJECTED_CLOCK =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("app.candor.Candor")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callConstructor(Date.class)
                    .because("a test has to move the time, not wait for it");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .because("such a name hides that nobody decided what the class is");

    @ArchTest
    static final ArchRule NO_CATCH_ALL_PACKAGES =
            noClasses()
                    .should()
                    .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..")
                    .because("what belongs nowhere gathers there and everybody depends on it");

    @ArchTest
    static final ArchRule PIECES_OF_THE_LOOK_KNOW_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage("app.candor.uikit..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("app.candor..")
                                    .and(resideInAPackage("app.candor.uikit..").negate())
                                    .and(resideInAPackage("app.candor.access..").negate()))
                    .because("every feature stands on them");

    @ArchTest
    static final ArchRule VIEWS_ASK_SERVICES =
            noClasses()
                    .that(annotatedWith(Route.class))
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(MongoTemplate.class)
                    .because("who may see what is decided in services, which the API asks too");

    @ArchTest
    static final ArchRule PAGES_ARE_DRAWN_IN_UI_PACKAGES =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..ui..",
                            "..uikit..",
                            "app.candor.shell..",
                            "app.candor.notify..",
                            "..signin..",
                            "..editor..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.vaadin.flow.component..")
                    .because("rules have to hold without a page, for the API and for tests");
}
