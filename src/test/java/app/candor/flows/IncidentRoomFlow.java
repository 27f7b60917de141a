package app.candor.flows;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.demo.DemoPerson;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A SEV1 from the first line about it until it is resolved, with eight people in eight browsers.
 * Each keeps the room open in a tab that is never loaded again and works in another.
 */
@Tag("browser")
class IncidentRoomFlow {
    private static final String WHAT = "Webhook deliveries and page builds wait";
    private static final List<DemoPerson> OTHERS =
            List.of(ENGINEER, COMMANDER, WRITER, LEGAL, CSLEAD, LEADER, CSM);

    /** A tab behind others in a browser that allows notices; what it was to show is kept. */
    private static final String BEHIND_OTHERS =
            """
            window.shown = [];
            window.Notification = class {
              static permission = 'granted';
              static requestPermission = async () => 'granted';
              constructor(title, { body }) { window.shown.push(body); }
            };
            document.hasFocus = () => false;
            """;

    private final Map<DemoPerson, Colleague> all = new EnumMap<>(DemoPerson.class);
    private PortalProcess portal;
    private Browsers browsers;
    private String key = "";

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
    }

    @AfterEach
    void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void eightPeopleTakeASev1ToItsEndAndEachRoomShowsWhatTheOthersDo() {
        everybodyOpensWhatStaffReported();
        engineeringConfirmsAndDeclaresIt();
        everybodyTakesTheirPart();
        whatIsKnownIsWrittenDown();
        aTaskIsGivenAndDone();
        customersAreToldAndThePlaybookKnowsIt();
        anAccountIsToldByItsManager();
        itGoesThroughItsStages();

        for (var each : all.values()) {
            assertThat(each.neverLoadedAgain()).as(each.person().fullName()).isTrue();
        }
        assertThat(browsers.complaints()).isEmpty();
    }

    private void everybodyOpensWhatStaffReported() {
        var reporter = browsers.signedInAs(portal, STAFF.userName());
        key = ReportPage.byKey(reporter).report(WHAT).key();
        all.put(STAFF, Colleague.of(portal, STAFF, reporter, key));
        for (var person : OTHERS) {
            var page = browsers.signedInAs(portal, person.userName());
            all.put(person, Colleague.of(portal, person, page, key));
        }
        for (var each : all.values()) {
            assertThat(each.room().title()).hasText(WHAT);
            assertThat(each.room().stage()).hasText("Suspected");
        }
    }

    private void engineeringConfirmsAndDeclaresIt() {
        DeclaredSev1.importAccounts(the(ENGINEER).at("accounts"));
        the(ENGINEER).room().confirm();
        the(ENGINEER).room().declare("SEV1", "Outage");
        the(COMMANDER).room().button("Take command").click();
        everybodySees(".room-head .badge", "SEV1");
        everybodySees(".room-command", "I. Okafor");
        everybodySees(".room-known", "2 merchants");
    }

    private void everybodyTakesTheirPart() {
        for (var person : List.of(STAFF, LEGAL, LEADER, CSM)) {
            the(person).room().more("I am joining");
        }
        var people = the(COMMANDER).at("people");
        assign(people, "Communications lead", WRITER);
        assign(people, "Engineering lead", ENGINEER);
        assign(people, "Customer success lead", CSLEAD);
        everybodySees(".room-command", "Support lead vacant and 3 more");

        var lead = the(CSLEAD).at("people");
        lead.button("Hand over as customer success lead").click();
        lead.choose("Who goes on", CSM.fullName());
        lead.dialog().getByLabel("Where things stand").fill("Harbour knows, Quill does not");
        lead.answer("Hand over");
        for (var each : all.values()) {
            var beside = each.room().beside("People");
            assertThat(row(beside, CSM.fullName())).containsText("Customer success lead");
            assertThat(row(beside, STAFF.fullName())).containsText("Joined");
            assertThat(row(beside, CSLEAD.fullName())).hasCount(0);
        }
    }

    private void whatIsKnownIsWrittenDown() {
        for (var each : all.values()) {
            each.room().beside("Facts");
        }
        the(LEGAL).at("timeline");
        the(LEADER).at("decisions");
        incident().confirmDelay(DeclaredSev1.DELAY);
        everybodySees(".side-tabs .fact-rows", DeclaredSev1.SHOWN_DELAY);

        var decisions = the(COMMANDER).at("decisions");
        decisions.button("Record decision").click();
        decisions.dialog().getByLabel("What was decided").fill("Deliveries are not replayed yet");
        decisions.dialog().getByLabel("Why", exactly()).fill("The queue would grow again");
        decisions.answer("Record decision");
        assertThat(the(LEADER).row("Deliveries are not replayed yet")).containsText("I. Okafor");

        var timeline = the(ENGINEER).at("timeline");
        timeline.button("Add entry").click();
        timeline.dialog()
                .getByLabel("What happened", exactly())
                .fill("Both data centres write again");
        timeline.answer("Add entry");
        assertThat(the(LEGAL).row("Both data centres write again")).containsText("D. Lindqvist");
        assertThat(the(LEGAL).row("Harbour knows, Quill does not")).containsText("A. Petrov");

        var text = the(ENGINEER).room().text();
        text.startLineBelow("Decisions");
        text.type("Nothing is replayed before noon.");
        for (var each : all.values()) {
            each.room().text().awaitAll(List.of("Nothing is replayed before noon."));
        }
    }

    private void aTaskIsGivenAndDone() {
        var task = "Count the deliveries that wait";
        var behind = the(ENGINEER).work().context().newPage();
        behind.addInitScript(BEHIND_OTHERS);
        behind.navigate(portal.url("/me"));
        behind.getByLabel("In this browser as well").check();
        assertThat(behind.getByText("Saved: notices in the browser")).isVisible();
        var given = the(COMMANDER).at("tasks");
        var owed = the(ENGINEER).at("tasks");
        given.button("Add task").click();
        given.dialog().getByLabel("What has to be done").fill(task);
        given.choose("Who", ENGINEER.fullName());
        var due = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        given.moment("Due (UTC), if it has a time", due, "12:00");
        given.answer("Add task");
        assertThat(the(ENGINEER).row(task)).containsText("by " + due.getDayOfMonth());
        everybodySees(".room-links", "1 open");
        behind.waitForFunction("key => shown.includes(`A task in ${key} is yours`)", key);
        assertThat((Boolean) behind.evaluate("task => shown.join().includes(task)", task))
                .isFalse();
        behind.close();

        owed.button("Done: " + task).click();
        assertThat(row(the(COMMANDER).panel("Settled"), task)).containsText("Done by D. Lindqvist");
    }

    private void customersAreToldAndThePlaybookKnowsIt() {
        var step = "Tell customers on the status page";
        the(STAFF).at("playbook");
        assertThat(the(STAFF).row(step).getByLabel("Open")).isVisible();
        var draft =
                DraftPage.begin(
                                the(WRITER).work(),
                                incident(),
                                "Status update",
                                "Webhook deliveries are late")
                        .write(
                                "We are testing a repair. Next update at %s UTC. Deliveries wait up to "
                                        .formatted(nextUpdate()))
                        .insertFact("Longest delay");
        draft.submit(1);
        var signers = new Signers(portal, browsers);
        for (var signer : List.of(ENGINEER, CSLEAD, LEGAL, COMMANDER, LEADER)) {
            signers.on(the(signer).work(), signer.userName())
                    .signAfterFreshLogin(signer.userName(), draft, 1);
        }
        assertThat(the(WRITER).work().getByText("Ready to release")).isVisible();
        draft.openedBy(the(COMMANDER).work()).release(1);
        assertThat(the(WRITER).work().getByText("Released").first()).isVisible();
        assertThat(the(STAFF).row(step).getByLabel("Done by itself")).isVisible();
    }

    private static String nextUpdate() {
        return DateTimeFormatter.ofPattern("HH:mm")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now().plus(Duration.ofMinutes(25)));
    }

    private void anAccountIsToldByItsManager() {
        the(CSLEAD).at("accounts");
        assertThat(the(CSLEAD).panel("Told so far")).containsText("0 of 2");
        var mine = the(CSM).at("accounts");
        mine.page().getByLabel("Find an account").fill("harbour");
        var grid = mine.page().locator("vaadin-grid");
        assertThat(grid.getByText("Harbour Software")).isVisible();
        assertThat(grid.getByText("Quill & Sons")).isHidden();
        grid.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Select Row"))
                .first()
                .check();
        mine.button("Record as told").click();
        mine.dialog().getByLabel("How", exactly()).fill("by phone");
        mine.answer("Record as told");
        assertThat(the(CSLEAD).panel("Told so far")).containsText("1 of 2");
        assertThat(the(CSLEAD).row("Harbour Software: told")).containsText("H. Weiss");
        everybodySees(".room-links", "1 of 2");
    }

    private void itGoesThroughItsStages() {
        for (var stage : List.of("Identified", "Monitoring", "Resolved")) {
            the(COMMANDER)
                    .room()
                    .button("Move to " + stage.toLowerCase(java.util.Locale.ROOT))
                    .click();
            everybodySees(".room-head .step[aria-current=step]", stage);
        }
        assertThat(
                        the(STAFF)
                                .row("Tell everybody once the issue is identified")
                                .getByLabel("Done by itself"))
                .isVisible();
    }

    private static void assign(RoomPage people, String role, DemoPerson person) {
        people.button("Assign " + role.toLowerCase(java.util.Locale.ROOT)).click();
        people.choose(role, person.fullName());
        people.answer("Assign role");
    }

    private Colleague the(DemoPerson person) {
        return all.get(person);
    }

    private DeclaredSev1 incident() {
        return new DeclaredSev1(portal, the(ENGINEER).work(), key);
    }

    /** In the tab of the room that each of them keeps open. */
    private void everybodySees(String where, String words) {
        for (var each : all.values()) {
            assertThat(each.room().page().locator(where).first()).containsText(words);
        }
    }

    private static Locator row(Locator list, String words) {
        return list.locator(".list-row").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
