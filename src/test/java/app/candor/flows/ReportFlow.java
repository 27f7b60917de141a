package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody on staff raises a suspicion, in one field. */
@Tag("browser")
class ReportFlow {
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

    @AfterEach
    void noPageComplains() {
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void aSuspicionIsOnRecordInUnderTenSecondsFromAnyPage() {
        var page = browsers.signedInAs(portal, "staff");
        page.navigate(portal.url("/me"));
        page.locator("main h1").waitFor();
        var started = Instant.now();
        var room = ReportPage.byKey(page).report("Repository pages show yesterday's data");

        assertThat(room.title()).hasText("Repository pages show yesterday's data");
        assertThat(room.stage()).hasText("Suspected");
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void theResponseClockRunsForOneHourFromTheReport() {
        var page = browsers.signedInAs(portal, "staff");
        var reported = Instant.now();
        var room = ReportPage.byButton(page).report("Webhook deliveries stopped");

        var clock = room.clocks().locator("[data-due]").first();
        assertThat(clock).isVisible();
        assertThat(Instant.parse(clock.getAttribute("data-due")))
                .isCloseTo(reported.plus(Duration.ofHours(1)), within(10, ChronoUnit.SECONDS));
        assertThat(room.clocks()).containsText("Response");
    }

    @Test
    void anEmptyReportIsRefusedAtItsField() {
        var page = browsers.signedInAs(portal, "staff");
        var report = ReportPage.byButton(page);
        report.submit();

        assertThat(report.refusal()).hasText("Write one line about what you see.");
        assertThat(report.field()).hasAttribute("aria-invalid", "true");
        assertThat(report.field()).isFocused();
        page.keyboard().type("Page builds queue up");
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-head h1")).hasText("Page builds queue up");
    }

    @Test
    void engineeringFindsTheReportOnHomeAndInTheInbox() {
        var engineer = browsers.signedInAs(portal, "engineer");
        var room =
                ReportPage.byButton(browsers.signedInAs(portal, "staff"))
                        .report("Issues and pull requests look out of date");

        assertThat(engineer.locator("main")).containsText(room.key());
        engineer.navigate(portal.url("/inbox"));
        assertThat(engineer.locator("main"))
                .containsText(room.key() + " is suspected: confirm or dismiss it");
    }
}
