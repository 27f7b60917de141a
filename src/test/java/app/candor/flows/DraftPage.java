package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** One draft as one person has it open. */
record DraftPage(Page page) {

    /** The writer begins an e-mail to the affected customers. */
    static DraftPage beginEmail(Page writer, DeclaredSev1 incident, String subject) {
        return begin(writer, incident, "Customer e-mail", subject);
    }

    static DraftPage begin(Page writer, DeclaredSev1 incident, String kind, String subject) {
        writer.navigate(incident.portal().url(incident.path("comms")));
        var draft = new DraftPage(writer);
        draft.button("Begin a draft").click();
        writer.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(kind + " to")).check();
        draft.button("Begin draft").click();
        writer.waitForURL("**" + incident.path("comms/*"));
        var field =
                writer.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Subject"));
        field.fill(subject);
        field.press("Tab");
        writer.getByText("Subject saved").waitFor();
        return draft;
    }

    /** The same draft in another person's browser. */
    DraftPage openedBy(Page other) {
        other.navigate(page.url());
        return new DraftPage(other);
    }

    /** Where its signers read it. */
    String approvalUrl() {
        var here = URI.create(page.url());
        var id = here.getPath().substring(here.getPath().lastIndexOf('/') + 1);
        return here.resolve("/approvals/" + id).toString();
    }

    DocumentText text() {
        return new DocumentText(page);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator gate(String title) {
        return page.locator(".gate")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.getByRole(
                                                AriaRole.HEADING,
                                                new Page.GetByRoleOptions()
                                                        .setName(title)
                                                        .setExact(true))));
    }

    /** Replaces the words of the template. */
    DraftPage write(String words) {
        assertThat(text().saving()).hasText("Saved");
        text().editor().click();
        page.keyboard().press("Control+A");
        text().type(words);
        return this;
    }

    /** Puts the fact of that label where the caret is, as the toolbar does it. */
    DraftPage insertFact(String label) {
        return insert("Insert fact", "Find a fact", label);
    }

    DraftPage insertMergeField(String label) {
        return insert("Insert merge field", "Find a merge field", label);
    }

    private DraftPage insert(String tool, String finder, String label) {
        button(tool).click();
        var field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(finder));
        field.fill(label);
        field.press("Enter");
        return this;
    }

    /** Waits until every word is stored, then asks for signatures. */
    void submit(int version) {
        assertThat(text().saving()).hasText("Saved");
        button("Submit version " + version + " for signatures").click();
        button("Withdraw and edit").waitFor();
    }

    void withdraw() {
        button("Withdraw and edit").click();
        confirm("Withdraw and edit");
    }

    void release(int version) {
        button("Release version " + version).click();
        confirm("Release version " + version);
    }

    private void confirm(String answer) {
        page.locator("vaadin-confirm-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(answer).setExact(true))
                .click();
    }
}
