package app.candor.comms;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.candor.access.SignedIn;
import app.candor.demo.DemoPerson;
import app.candor.flows.People;
import app.candor.incident.Incidents;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of sign-off in a real browser; fresh logins are granted by the test. */
@Tag("browser")
class SignOffPagesTest extends CommsDesk {
    @LocalServerPort int port;
    @Autowired Incidents incidents;

    @Test
    void aTextGoesFromSubmittingOverThePhonesOfItsSignersToRelease() {
        var draft = begun();
        try (var people = new People(port)) {
            var writer = people.desktop(WRITER);
            writer.navigate(people.url(path(draft)));
            shot(writer, "draft-editing");
            button(writer, "Submit version 1 for signatures").click();
            assertThat(writer.getByText("In review, 0 of 5")).isVisible();
            shot(writer, "draft-in-review");

            var seen = seen(drafts(draft));
            signOnPhone(people, draft, ENGINEER2, seen);
            signOnPhone(people, draft, CSLEAD, seen);
            signOnPhone(people, draft, LEGAL, seen);
            signOnPhone(people, draft, COMMANDER, seen);
            signOnPhone(people, draft, LEADER, seen);
            assertThat(writer.getByText("Ready to release")).isVisible();
            shot(writer, "draft-ready");

            var support = people.desktop(SUPPORT);
            support.navigate(people.url(path(draft)));
            button(support, "Release version 1").click();
            support.locator("vaadin-confirm-dialog")
                    .getByRole(
                            AriaRole.BUTTON,
                            new com.microsoft.playwright.Locator.GetByRoleOptions()
                                    .setName("Release version 1"))
                    .click();
            assertThat(support.getByText("Released").first()).isVisible();
            shot(support, "draft-released");
            shotDark(support, "draft-released-dark");
            org.assertj.core.api.Assertions.assertThat(people.complaints()).isEmpty();
        }
    }

    @Test
    void aSignerSeesWhatChangedSinceTheirSignature() {
        var draft = inReview();
        sign(draft, LEGAL, "liability");
        SignedIn.as(WRITER, () -> submissions.withdraw(draft.id()));
        type(draft, WRITER, "We are very sorry. ");
        submitted(draft);
        try (var people = new People(port)) {
            var phone = people.phone(LEGAL);
            phone.navigate(people.url("/approvals/" + draft.id()));
            assertThat(phone.getByText("You signed version 1")).isVisible();
            assertThat(phone.locator("ins").first()).isVisible();
            shot(phone, "approval-changes");
            shotDark(phone, "approval-changes-dark");
            phone.navigate(people.url("/approvals"));
            shot(phone, "approvals");

            var commander = people.desktop(COMMANDER);
            commander.navigate(people.url(path(draft).replaceAll("/comms/.*", "/comms")));
            assertThat(commander.getByText("Undecided").first()).isVisible();
            shot(commander, "comms");
            commander.navigate(people.url(path(draft)));
            shot(commander, "draft-void");
        }
    }

    @Test
    void anOutsiderOfARestrictedIncidentFindsNothingThere() {
        var draft = restricted();
        try (var people = new People(port)) {
            var staff = people.desktop(STAFF);
            staff.navigate(people.url(path(draft)));
            var hidden = staff.getByRole(AriaRole.HEADING).first().innerText();
            staff.navigate(people.url("/incidents/INC-ZZZZ/comms/nothing"));
            assertThat(staff.getByRole(AriaRole.HEADING).first()).hasText(hidden);
            staff.navigate(people.url("/approvals/" + draft.id()));
            assertThat(staff.getByRole(AriaRole.HEADING).first()).hasText(hidden);
        }
    }

    private void signOnPhone(People people, Draft draft, DemoPerson signer, Seen seen) {
        stepUp.login(signer, List.of(seen.hash()));
        var phone = people.phone(signer);
        phone.navigate(people.url("/approvals/" + draft.id()));
        if (signer == LEGAL) {
            shot(phone, "approval-first");
        }
        button(phone, "Sign version 1").click();
        assertThat(button(phone, "Sign version 1")).isHidden();
        phone.context().close();
    }

    private String path(Draft draft) {
        return "/incidents/" + incidents.asSystem(draft.incident()).key() + "/comms/" + draft.id();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void shot(Page page, String name) {
        page.locator("main h1").first().waitFor();
        page.evaluate("() => document.getAnimations().forEach((each) => each.finish())");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screens/comms-" + name + ".png")));
    }

    private static void shotDark(Page page, String name) {
        page.evaluate(
                "document.documentElement.style.colorScheme = 'dark';"
                        + "document.documentElement.setAttribute('data-theme', 'dark')");
        shot(page, name);
    }
}
