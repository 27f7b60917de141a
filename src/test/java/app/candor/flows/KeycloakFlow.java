package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("keycloak")
class KeycloakFlow {

    @Test
    void aPersonSignsInThroughARealKeycloakWithTheirRolesAndOutAgain(@TempDir Path data)
            throws Exception {
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
        }
    }

    private static void logIn(Page page, String userName) {
        page.getByLabel("Username").fill(userName);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(userName);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")).click();
    }
}
