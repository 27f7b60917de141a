package app.candor.incident;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.MovedTime;
import app.candor.access.SignedIn;
import app.candor.policy.Severity;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the pages of an incident offer to whom, without a browser. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class RoomPagesTest extends SpringBrowserlessTest {
    @Autowired Incidents incidents;
    @Autowired MongoTemplate mongo;

    @BeforeEach
    void everybodyHasSignedInOnce() {
        SignedIn.everybodyKnown(mongo);
    }

    /** Only now: a change told last redraws an open page as that page is closed. */
    @AfterAll
    static void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void anEmptyReportIsRefusedInTheFieldAndPutsNothingOnRecord() {
        SignedIn.as(STAFF);
        var before = incidents.visible().size();
        UI.getCurrent().navigate("report");

        press("Report incident");

        var field = what();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isNotBlank();
        assertThat(incidents.visible()).hasSize(before);
    }

    @Test
    void aReportLeadsIntoItsRoom() {
        SignedIn.as(STAFF);
        UI.getCurrent().navigate("report");

        test(what()).setValue("Parcels of one carrier have no label");
        press("Report incident");

        assertThat(find(H1.class).all())
                .extracting(H1::getText)
                .anyMatch(title -> title.contains("Parcels of one carrier have no label"));
        assertThat(incidents.visible())
                .anyMatch(one -> one.title().equals("Parcels of one carrier have no label"));
    }

    @Test
    void theNextStepStandsAsTheOnlyPrimaryButtonBeforeWhoeverMayTakeIt() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();

        assertThat(primaryOf(STAFF, id)).isEmpty();
        assertThat(primaryOf(ENGINEER, id)).containsExactly("Confirm or dismiss");

        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.declare(
                                id,
                                Declaration.of(
                                        Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO)));
        assertThat(primaryOf(COMMANDER, id)).containsExactly("Take command");
        press("Take command");
        assertThat(incidents.get(id).commander()).isEqualTo(COMMANDER.sub());
        assertThat(primaryOf(COMMANDER, id)).hasSize(1).doesNotContain("Take command");
        assertThat(primaryOf(STAFF, id)).isEmpty();
    }

    @Test
    void anOutsiderSeesTheSeverityButNothingBelowItWhereOnlyTheDetailsAreRestricted() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.declare(
                                id,
                                Declaration.of(
                                        Severity.SEV0, IncidentType.OUTAGE, RawDataLost.NO)));
        SignedIn.as(COMMANDER);
        incidents.takeCommand(id);
        var room = incidents.get(id).path();

        SignedIn.as(STAFF);
        UI.getCurrent().navigate(room);
        assertThat(shown()).contains("SEV0").doesNotContain("Living document");
        UI.getCurrent().navigate(room + "/timeline");
        assertThat(shown()).contains("There is nothing at this address").doesNotContain("SEV0");
    }

    @Test
    void ofTheLinksToTheLeftOnlyThoseThatSaySomethingElseAreDrawnAnew() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        UI.getCurrent().navigate(incidents.get(id).path());
        var before = links();

        incidents.confirm(id, List.of());
        roundTrip();

        assertThat(links().get("Attachments")).isNotNull().isSameAs(before.get("Attachments"));
        assertThat(links().get("Timeline"))
                .isNotSameAs(before.get("Timeline"))
                .extracting(link -> link.getElement().getTextRecursively())
                .isNotEqualTo(before.get("Timeline").getElement().getTextRecursively());
    }

    private Map<String, Anchor> links() {
        return find(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("room-link"))
                .collect(
                        Collectors.toMap(
                                link ->
                                        link.getElement()
                                                .getTextRecursively()
                                                .replaceAll("[^A-Za-z ].*", ""),
                                link -> link,
                                (one, other) -> one));
    }

    private List<String> primaryOf(app.candor.demo.DemoPerson person, String id) {
        SignedIn.as(person);
        // the address it is on already would not be opened again
        UI.getCurrent().navigate("report");
        UI.getCurrent().navigate(incidents.get(id).path());
        return find(Button.class).all().stream()
                .filter(button -> button.hasThemeName(ButtonVariant.PRIMARY.getVariantName()))
                .map(Button::getText)
                .toList();
    }

    private TextField what() {
        return find(TextField.class).withCaption("What do you see?").single();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String shown() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
