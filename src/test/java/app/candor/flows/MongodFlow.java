package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.candor.embedded.ServerProcess;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal whose database is a process of its own, reached by {@code spring.mongodb.uri}. */
@Tag("browser")
class MongodFlow {

    @Test
    void aPortalKeepsEverythingInTheMongoDbItIsGiven(@TempDir Path database, @TempDir Path data)
            throws Exception {
        try (var server = ServerProcess.on(database);
                var portal =
                        PortalProcess.empty(
                                data, "--spring.mongodb.uri=" + server.address() + "/candor");
                var browsers = new Browsers()) {
            var page = browsers.signedInAs(portal, "commander");
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();

            // The sign-in itself is kept there: a killed portal finds it again.
            portal.killHard();
            portal.startAgain();
            page.navigate(portal.url("/"));
            assertThat(page.getByText("Ifeoma Okafor").first()).isVisible();
            Assertions.assertThat(data.resolve("mongo")).doesNotExist();
        }
    }
}
