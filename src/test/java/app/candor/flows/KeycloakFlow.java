package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("keycloak")
class KeycloakFlow {

    @Test
    void aPersonSignsInThroughARealKeycloakAndOutAgainAndSignsATextAfterAFreshLogin(
            @TempDir Path data) throws Exception {
        var port = PortalProcess.freePort();
        try (var keycloak = KeycloakProcess.forPortalAt("http://127.0.0.1:" + port, data);
                var portal =
                        PortalProcess.withRealSignIn(
                                data,
                                port,
                                "--candor.sign-in.issuer=" + keycloak.issuer(),
                                "--candor.sign-in.client-secret=test-secret");
                var browsers = new Browsers()) {
            var page = browsers.newContext().newPage();
            page.navigate(portal.url("/"));

            logIn(page, "auditor");

            assertThat(page.getByText("Ingrid Falk").first()).isVisible();
            assertThat(page.getByText("Audit").first()).isVisible();

            page.navigate(portal.url("/me"));
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                    .click();

            // A session left at the provider would sign in again without asking.
            assertThat(page.getByLabel("Username")).isVisible();

            signsAfterFreshLogin(portal, browsers);
        }
    }

    /**
     * A wording needs the high gates and no incident: one signature asks the provider once more.
     */
    private static void signsAfterFreshLogin(PortalProcess portal, Browsers browsers) {
        var writer = browsers.newContext().newPage();
        writer.navigate(portal.url("/"));
        logIn(writer, "writer");
        assertThat(writer.locator("vaadin-app-layout")).isVisible();
        writer.navigate(portal.url("/comms/first-notices"));
        button(writer, "Write a wording").click();
        button(writer, "Write it").click();
        writer.waitForURL(url -> url.matches(".*/comms/[a-z2-9]{12}"));
        var wording = new DraftPage(writer);
        var subject =
                writer.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Subject"));
        subject.fill("Our service is disturbed");
        subject.press("Tab");
        writer.getByText("Subject saved").waitFor();
        wording.submit(1);

        var engineer = browsers.newContext().newPage();
        engineer.navigate(portal.url("/"));
        logIn(engineer, "engineer2");
        assertThat(engineer.locator("vaadin-app-layout")).isVisible();
        engineer.navigate(wording.approvalUrl());
        assertThat(button(engineer, "Sign version 1")).hasCount(0);
        button(engineer, "Sign in again to sign").click();
        password(engineer, "engineer2");
        engineer.waitForURL(wording.approvalUrl() + "*");
        button(engineer, "Sign version 1").click();
        assertThat(engineer.getByText("You signed version 1 at")).isVisible();
    }

    private static void password(Page page, String userName) {
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(userName);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void logIn(Page page, String userName) {
        page.getByLabel("Username").fill(userName);
        password(page, userName);
    }
}
