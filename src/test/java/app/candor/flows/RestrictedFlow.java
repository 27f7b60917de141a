package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A security incident, before somebody who is no member of it. */
@Tag("browser")
class RestrictedFlow {
    private static PortalProcess portal;
    private static Browsers browsers;
    private static RoomPage room;
    private static Page outsider;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        outsider = browsers.signedInAs(portal, "engineer2");
        room =
                ReportPage.byButton(browsers.signedInAs(portal, "engineer"))
                        .report("A token is readable by others");
        room.confirm();
        outsider.navigate(portal.url("/incidents"));
        assertThat(row(room.key())).isVisible();
        room.declare("SEV1", "Security");
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void itLeavesTheOpenListOfAnOutsiderAtOnceAndStaysAway() {
        assertThat(row(room.key())).hasCount(0);
        outsider.navigate(portal.url("/incidents"));
        assertThat(outsider.getByText("No open incidents")).isVisible();
        outsider.navigate(portal.url("/"));
        assertThat(outsider.locator("main h1")).isVisible();
        assertThat(outsider.locator("body")).not().containsText("A token is readable by others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts", "/timeline", "/facts", "/people", "/clocks"})
    void itsAddressAnswersLikeOneThatWasNeverGiven(String below) {
        var unknown = answer("/incidents/INC-ZZZZ" + below);
        var hidden = answer("/incidents/" + room.key() + below);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(hidden).isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/approvals/abcdefghjkmn", "/comms/abcdefghjkmn"})
    void aDraftThatIsNotThereAnswersTheSameWay(String path) {
        assertThat(answer(path)).isEqualTo(answer("/incidents/INC-ZZZZ"));
    }

    @Test
    void noSearchOfAnOutsiderFindsIt() {
        for (var words : new String[] {room.key(), "readable by others"}) {
            outsider.navigate(portal.url("/search?q=" + words.replace(" ", "+")));
            assertThat(outsider.getByText("Nothing found")).hasCount(2);
        }
    }

    @Test
    void itsMemberKeepsIt() {
        assertThat(room.title()).hasText("A token is readable by others");
        assertThat(room.head()).containsText("Restricted");
        assertThat(room.text().saving()).hasText("Saved");
    }

    @Test
    void noPageComplainsOfMoreThanTheMissingPage() {
        assertThat(browsers.complaints()).allMatch(complaint -> complaint.contains("404"));
    }

    private record Answer(int status, String title, String words) {}

    private static Answer answer(String path) {
        var response = outsider.navigate(portal.url(path));
        assertThat(outsider.locator("main h1")).hasText("Nothing here");
        return new Answer(
                response.status(), outsider.title(), outsider.locator("main").innerText());
    }

    private static Locator row(String key) {
        return outsider.locator("main").getByText(key);
    }
}
