package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declared incident goes through its stages. */
@Tag("browser")
class StagesFlow {
    private static PortalProcess portal;
    private static Browsers browsers;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void everyStageIsSeenByAllAtOnceAndStandsOnTheTimeline() {
        var engineer =
                ReportPage.byButton(browsers.signedInAs(portal, "engineer"))
                        .report("Two data centres disagree about what was written");
        engineer.confirm();
        engineer.declare("SEV1", "Outage");
        var commander =
                RoomPage.open(portal, browsers.signedInAs(portal, "commander"), engineer.key());
        commander.button("Take command").click();

        commander.button("Move to identified").click();
        assertThat(engineer.stage()).containsText("Identified");
        commander.button("Move to monitoring").click();
        assertThat(engineer.stage()).containsText("Monitoring");
        commander.button("Move to resolved").click();
        assertThat(engineer.stage()).containsText("Resolved");

        commander.open(portal, "timeline");
        assertThat(commander.timeline())
                .containsText(
                        new String[] {
                            "Stage: monitoring to resolved",
                            "Stage: identified to monitoring",
                            "Stage: investigating to identified",
                            "Commander assigned",
                            "Declared as SEV1, outage",
                        });
        assertThat(browsers.complaints()).isEmpty();
    }
}
