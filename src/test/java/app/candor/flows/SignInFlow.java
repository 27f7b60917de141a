package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class SignInFlow {

    @Test
    void aPersonSignsInWithOneClickAndSeesHome(@TempDir Path data) throws Exception {
        try (var portal = PortalProcess.empty(data);
                var browsers = new Browsers()) {
            var page = browsers.signedInAs(portal, "commander");

            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.getByText("Ifeoma Okafor").first()).isVisible();
            org.assertj.core.api.Assertions.assertThat(browsers.complaints()).isEmpty();
        }
    }
}
