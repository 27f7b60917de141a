package app.candor.policy;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.ADMIN2;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovedTime;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.access.SignedIn;
import app.candor.policy.RosterPolicy.Shift;
import app.candor.uikit.Banner;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who is on duty, as a page: everybody reads it, two administrators change it. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class RosterPageTest extends SpringBrowserlessTest {
    @Autowired Policies policies;
    @Autowired MongoTemplate mongo;

    @BeforeEach
    void everybodyHasSignedInOnce() {
        SignedIn.everybodyKnown(mongo);
    }

    @AfterEach
    void nobodyIsOnTheRosterAgain() {
        if (policies.versions(PolicyKind.ROSTER).getFirst().isWaiting()) {
            SignedIn.as(ADMIN);
            policies.decline(
                    PolicyKind.ROSTER, policies.versions(PolicyKind.ROSTER).getFirst().number());
        }
        if (!policies.roster().roles().isEmpty()) {
            SignedIn.as(ADMIN);
            var empty = policies.propose(new RosterPolicy(Map.of()));
            SignedIn.as(ADMIN2);
            policies.confirm(PolicyKind.ROSTER, empty.number());
        }
    }

    /** Only now: a change told last redraws an open page as that page is closed. */
    @AfterAll
    static void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void aShiftAddedByOneAdministratorIsInForceOnceAnotherConfirms() {
        SignedIn.as(ADMIN);
        UI.getCurrent().navigate("roster");
        press("Add a shift");
        find(ComboBox.class).withCaption("Role").single().setValue(Role.LEGAL);
        choose("On duty", LEGAL.sub());
        press("Add shift");
        assertThat(shown()).contains("Your changes, not proposed yet");
        press("Propose this roster");
        assertThat(policies.roster().shifts(Role.LEGAL)).isEmpty();
        assertThat(find(Button.class).withText("Take it back").all()).hasSize(1);

        SignedIn.as(ADMIN2);
        UI.getCurrent().navigate("report");
        UI.getCurrent().navigate("roster");
        var number = policies.versions(PolicyKind.ROSTER).getFirst().number();
        press("Confirm version " + number);

        assertThat(policies.roster().shifts(Role.LEGAL))
                .singleElement()
                .satisfies(shift -> assertThat(shift.person()).isEqualTo(LEGAL.sub()));
        SignedIn.as(STAFF);
        UI.getCurrent().navigate("report");
        UI.getCurrent().navigate("roster");
        assertThat(shown()).contains("Mon to Fri, 08:00 to 20:00, UTC");
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .doesNotContain("Add a shift", "Add another shift");
    }

    @Test
    void aShiftIsForATeamThatLooksAfterAPartOfTheProduct() {
        SignedIn.as(ADMIN);
        UI.getCurrent().navigate("report");
        UI.getCurrent().navigate("roster");
        press("Add a team");
        press("Add team");
        assertThat(find(Banner.class).single().getElement().getTextRecursively())
                .contains("Say what the team is called");
        test(find(TextField.class).withCaption("What the team is called").single())
                .setValue("Contracts");
        test(find(TextArea.class)
                        .withCaption("Components and integrations it looks after")
                        .single())
                .setValue("Payments\n\n Partner portal ");
        press("Add team");
        press("Add another shift");
        find(ComboBox.class).withCaption("Role").single().setValue(Role.LEGAL);
        choose("On duty", LEGAL.sub());
        chooseTeam("Contracts");
        press("Add shift");
        assertThat(shown())
                .contains("Contracts, team")
                .contains("Looks after Payments, Partner portal")
                .contains("For Contracts: Mon to Fri, 08:00 to 20:00, UTC");
        assertThatThrownBy(() -> click("Remove the team Contracts"))
                .hasMessageContaining("has shifts");
        press("Propose this roster");

        SignedIn.as(ADMIN2);
        UI.getCurrent().navigate("report");
        UI.getCurrent().navigate("roster");
        press("Confirm version " + policies.versions(PolicyKind.ROSTER).getFirst().number());

        assertThat(policies.roster().responsibleFor("Payments")).containsExactly("contracts");
        assertThat(policies.roster().shifts(Role.LEGAL))
                .extracting(Shift::team)
                .containsExactly("contracts");
        assertThat(shown()).contains("Legal, Contracts").contains("Legal, other teams");
    }

    @Test
    void nobodyIsOnDutyForARoleThatTheyDoNotHold() {
        SignedIn.as(ADMIN);

        assertThatThrownBy(() ->
                        policies.propose(
                                new RosterPolicy(Map.of(Role.LEGAL, List.of(nights(CSM.sub()))))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not hold the role Legal");
        assertThat(policies.versions(PolicyKind.ROSTER).getFirst().isWaiting()).isFalse();
    }

    @Test
    void onlyAnAdministratorProposesARoster() {
        SignedIn.as(STAFF);

        assertThatThrownBy(() -> policies.propose(new RosterPolicy(Map.of())))
                .isInstanceOf(Refused.class);
    }

    private static Shift nights(String person) {
        return new Shift(
                person,
                null,
                ZoneOffset.UTC,
                Set.of(DayOfWeek.MONDAY),
                LocalTime.of(22, 0),
                LocalTime.of(6, 0));
    }

    @SuppressWarnings("unchecked")
    private void choose(String label, String person) {
        var box = (ComboBox<Person>) find(ComboBox.class).withCaption(label).single();
        box.setValue(
                box.getListDataView()
                        .getItems()
                        .filter(one -> one.id().equals(person))
                        .findFirst()
                        .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private void chooseTeam(String name) {
        var box = (ComboBox<Team>) find(ComboBox.class).withCaption("Team").single();
        box.setValue(
                box.getListDataView()
                        .getItems()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private void click(String label) {
        test(find(Button.class).all().stream()
                        .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String shown() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
