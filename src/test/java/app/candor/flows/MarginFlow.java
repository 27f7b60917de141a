package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talk beside a document, and changes suggested to it. */
@Tag("browser")
class MarginFlow {
    private static PortalProcess portal;
    private static Browsers browsers;
    private static Page writer;
    private static Page reader;
    private static RoomPage room;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        // Two pages of two people on one machine: what is slow there is not wrong.
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        writer = browsers.signedInAs(portal, "commander");
        reader = browsers.signedInAs(portal, "csm");
        room = ReportPage.byButton(writer).report("Exports stay away");
        assertThat(room.text().saving()).hasText("Saved");
        room.text().startLineBelow("Decisions");
        room.text().type("Orders from other integrations arrive on time.");
        assertThat(room.text().saving()).hasText("Saved");
        RoomPage.open(portal, reader, room.key());
        assertThat(new DocumentText(reader).saving()).hasText("Read only");
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
    }

    @Test
    void aCommentStaysOnItsWordsIsAnsweredAndResolvedWithAReason() {
        sentence(reader).click(new Locator.ClickOptions().setClickCount(3));
        button(reader, "Comment").click();
        reader.locator(".margin-composer textarea").fill("For every region? @Ifeoma Okafor");
        reader.locator(".margin-composer").getByRole(AriaRole.BUTTON, exactly("Comment")).click();
        assertThat(reader.locator(".margin-card")).containsText("For every region?");
        var inbox = writer.context().newPage();
        inbox.navigate(portal.url("/inbox"));
        assertThat(inbox.getByText("mentioned you in a comment on").first()).isVisible();
        inbox.close();

        assertThat(writer.locator(".candor-comment").first()).isVisible();
        room.text().goToEndOf("Orders from other");
        writer.keyboard().press("Home");
        room.text().type("So far: ");
        assertThat(writer.locator(".candor-comment"))
                .hasText("Orders from other integrations arrive on time.");
        writer.locator(".candor-comment").first().click();
        var card = writer.locator(".margin-card");
        card.getByRole(AriaRole.BUTTON, exactly("Reply")).click();
        card.locator("textarea").fill("Yes, counted per region");
        card.getByRole(AriaRole.BUTTON, exactly("Send reply")).click();
        assertThat(reader.locator(".margin-card")).containsText("counted per region");
        assertThat(card.locator("textarea")).hasCount(0);
        card.getByRole(AriaRole.BUTTON, exactly("Resolve")).click();
        card.getByRole(AriaRole.TEXTBOX).fill("Checked");
        card.getByRole(AriaRole.BUTTON, exactly("Resolve comment")).click();
        assertThat(writer.locator(".candor-comment")).hasCount(0);
        assertThat(reader.locator(".candor-comment")).hasCount(0);
    }

    @Test
    void aReaderTypesASuggestionAndTheWriterAcceptsIt() {
        button(reader, "Suggest").click();
        assertThat(button(reader, "Suggesting")).isVisible();
        sentence(reader).click();
        reader.keyboard().press("End");
        reader.keyboard().press("ArrowLeft");
        reader.keyboard().type(", as before");
        assertThat(reader.locator("ins.candor-ins.own")).hasText(", as before");
        assertThat(room.text().words()).doesNotContain("as before");
        reader.locator("candor-editor h2").first().click();

        assertThat(writer.locator("ins.candor-ins")).containsText(", as before");
        writer.keyboard().press("F8");
        assertThat(writer.locator(".margin-card.marked")).containsText("as before");
        var card =
                writer.locator(".margin-card")
                        .filter(new Locator.FilterOptions().setHasText("as before"));
        card.getByRole(AriaRole.BUTTON, exactly("Accept")).click();
        assertThat(writer.locator("ins.candor-ins")).hasCount(0);
        assertThat(sentence(writer)).containsText("arrive on time, as before.");
        assertThat(sentence(reader)).containsText("arrive on time, as before.");
        button(reader, "Suggesting").click();
        assertThat(new DocumentText(reader).saving()).hasText("Read only");
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void wordsTakenOutAndWordsMadeBoldAreSuggestionsTooAndAreAcceptedAllAtOnce() {
        room.text().startLineBelow("Tickets");
        room.text().type("Every single ticket of today is linked.");
        assertThat(room.text().saving()).hasText("Saved");
        var line = line(reader, "of today is linked");
        assertThat(line).isVisible();
        button(reader, "Suggest").click();
        line.click();
        reader.keyboard().press("Home");
        for (var at = 0; at < "Every ".length(); at++) {
            reader.keyboard().press("ArrowRight");
        }
        for (var at = 0; at < "single ".length(); at++) {
            reader.keyboard().press("Shift+ArrowRight");
        }
        reader.keyboard().press("Delete");
        assertThat(reader.locator("del.candor-del.own")).hasText("single ");
        reader.locator("candor-editor h2").first().click();
        assertThat(writer.locator("del.candor-del")).hasText("single ");
        line.click();
        reader.keyboard().press("Home");
        reader.keyboard().press("Control+Shift+ArrowRight");
        reader.keyboard().press("Control+b");
        assertThat(reader.locator(".candor-format.own")).not().hasCount(0);
        reader.locator("candor-editor h2").first().click();
        assertThat(writer.locator(".candor-format")).not().hasCount(0);

        openComments();
        writer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept all 2"))
                .click();
        assertThat(line(writer, "ticket of today is linked"))
                .hasText("Every ticket of today is linked.");
        assertThat(line(reader, "ticket of today is linked").locator("strong")).hasCount(1);
        assertThat(writer.locator("del.candor-del, .candor-format")).hasCount(0);
        button(reader, "Suggesting").click();
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void aSuggestionIsRejectedWithAReasonThatItsAuthorReadsAndTheRestAtOnce() {
        room.text().startLineBelow("People");
        room.text().type("Call the night desk.");
        assertThat(room.text().saving()).hasText("Saved");
        button(reader, "Suggest").click();
        for (var words : List.of("Please ", "now ", "politely ")) {
            line(reader, "the night desk").click();
            reader.keyboard().press("Home");
            reader.keyboard().type(words);
            reader.locator("candor-editor h2").first().click();
        }
        assertThat(line(writer, "the night desk").locator("ins.candor-ins")).hasCount(3);

        openComments();
        var card =
                writer.locator(".margin-card")
                        .filter(new Locator.FilterOptions().setHasText("politely"));
        card.getByRole(AriaRole.BUTTON, exactly("Reject")).click();
        card.getByRole(AriaRole.TEXTBOX).fill("They are friends");
        card.getByRole(AriaRole.BUTTON, exactly("Reject suggestion")).click();
        assertThat(line(reader, "the night desk").locator("ins.candor-ins")).hasCount(2);
        writer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reject all"))
                .click();
        assertThat(line(writer, "the night desk").locator("ins.candor-ins")).hasCount(0);
        assertThat(line(writer, "the night desk")).hasText("Call the night desk.");
        button(reader, "Suggesting").click();
        var inbox = reader.context().newPage();
        inbox.navigate(portal.url("/inbox"));
        assertThat(inbox.getByText("rejected a suggestion for").first()).isVisible();
        inbox.close();
    }

    @Test
    void aCommentBecomesATaskThatSomebodyOwns() {
        room.text().startLineBelow("Timeline");
        room.text().type("Nobody has asked the carrier.");
        assertThat(room.text().saving()).hasText("Saved");
        line(writer, "Nobody has asked").click(new Locator.ClickOptions().setClickCount(3));
        button(writer, "Comment").click();
        writer.locator(".margin-composer textarea").fill("Ask the carrier for their log");
        writer.locator(".margin-composer").getByRole(AriaRole.BUTTON, exactly("Comment")).click();
        var card =
                writer.locator(".margin-card")
                        .filter(new Locator.FilterOptions().setHasText("Ask the carrier"));
        card.getByRole(AriaRole.BUTTON, exactly("Make a task")).click();
        var dialog = writer.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Who does it").fill("Dag Lindqvist");
        writer.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("Dag Lindqvist").setExact(true))
                .click();
        dialog.getByRole(AriaRole.BUTTON, exactly("Make task")).click();
        assertThat(card).containsText("Task");
        writer.navigate(portal.url("/incidents/" + room.key() + "/tasks"));
        assertThat(writer.getByText("Ask the carrier for their log")).isVisible();
        RoomPage.open(portal, writer, room.key());
        assertThat(room.text().saving()).hasText("Saved");
        openComments();
        card.getByRole(AriaRole.BUTTON, exactly("Resolve")).click();
        card.getByRole(AriaRole.TEXTBOX).fill("They sent it");
        card.getByRole(AriaRole.BUTTON, exactly("Resolve comment")).click();
        assertThat(writer.locator(".candor-comment")).hasCount(0);
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void aCommentFarBelowInALongTextIsFoundFromItsCardAndStandsOnItsWords() {
        var page = writer.context().newPage();
        page.navigate(portal.url("/"));
        var text = ReportPage.byButton(page).report("A long night").text();
        text.startLineBelow("Decisions");
        text.paste(
                IntStream.rangeClosed(1, 1500)
                        .mapToObj(
                                "<p>Line %d of the log says what was tried and what came of it.</p>"
                                        ::formatted)
                        .collect(Collectors.joining()));
        assertThat(text.saving()).hasText("Saved");
        assertThat(page.locator(".candor-text[data-long]")).hasCount(1);
        var last = line(page, "Line 1500 of the log");
        last.click(new Locator.ClickOptions().setClickCount(3));
        button(page, "Comment").click();
        page.locator(".margin-composer textarea").fill("Is this the end of it?");
        page.locator(".margin-composer").getByRole(AriaRole.BUTTON, exactly("Comment")).click();
        var comment = page.locator(".candor-comment");
        assertThat(comment).containsText("Line 1500 of the log");

        page.keyboard().press("Escape");
        line(page, "Line 2 of the log").click();
        assertThat(comment).not().isInViewport();
        page.locator(".margin-card").getByText("Line 1500 of the log").click();

        assertThat(comment).isInViewport();
        assertThat(last).isInViewport();
        assertThat(browsers.complaints()).isEmpty();
        page.close();
    }

    /** The list of comments, unless it is open. */
    private static void openComments() {
        var tab =
                writer.getByRole(
                        AriaRole.TAB,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Comments")));
        tab.click();
    }

    private static Locator sentence(Page page) {
        return line(page, "Orders from other");
    }

    private static Locator line(Page page, String words) {
        return page.locator("candor-editor .candor-text p")
                .filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator button(Page page, String name) {
        return page.locator("candor-editor .candor-margin-tools")
                .getByRole(AriaRole.BUTTON, exactly(name));
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
