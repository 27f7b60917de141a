package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a confirmed fact to five names under one version of a text, twice. */
@Tag("browser")
class SignOffFlow {
    private static final List<String> GATES =
            List.of(
                    "Accuracy",
                    "Clarity and tone",
                    "Liability and risk",
                    "Authority: commander",
                    "Authority: senior leadership");

    private static PortalProcess portal;
    private static Browsers browsers;
    private static DeclaredSev1 incident;
    private static Signers signers;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        portal = PortalProcess.empty(data);
        browsers = new Browsers();
        incident = DeclaredSev1.in(portal, browsers).confirmDelay(DeclaredSev1.DELAY);
        signers = new Signers(portal, browsers);
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
    void fiveSignAfterAFreshLoginEachAndAllAgainWhenOneCharacterChanged() {
        assertThat(incident.fact("Longest delay")).containsText(DeclaredSev1.SHOWN_DELAY);
        var writer = browsers.signedInAs(portal, "writer");
        var draft = email(writer);
        draft.submit(1);

        assertThat(writer.getByText("In review, 0 of 5")).isVisible();
        GATES.forEach(gate -> assertThat(draft.gate(gate)).isVisible());
        assertThat(draft.text().saving()).hasText("Locked");
        pinned(signers.before("legal", draft));
        signedByAll(draft, 1);

        writer.reload();
        draft.withdraw();
        assertThat(draft.text().saving()).hasText("Saved");
        for (var gate : GATES) {
            assertThat(draft.gate(gate)).containsText("Void");
        }
        draft.text().goToEndOf("Deliveries wait");
        draft.text().type("!");
        draft.submit(2);
        assertThat(writer.getByText("In review, 0 of 5")).isVisible();
        var legal = signers.before("legal", draft);
        assertThat(legal.getByText("You signed version 1")).isVisible();
        assertThat(legal.locator("ins")).containsText("!");
        signedByAll(draft, 2);
    }

    @Test
    void whoWroteTheTextIsNotOfferedASignature() {
        var writer = browsers.signedInAs(portal, "writer");
        var draft = email(writer);
        draft.submit(1);

        assertThat(draft.page().locator(".gate-writers")).containsText("cannot sign");
        writer.navigate(draft.approvalUrl());
        assertThat(writer.getByRole(AriaRole.TAB).first()).isVisible();
        assertThat(writer.getByText("You wrote parts of it, so others sign it.")).isVisible();
        assertThat(writer.locator(".decision-bar")).isHidden();
        assertThat(writer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign")))
                .hasCount(0);
    }

    private static DraftPage email(Page writer) {
        return DraftPage.beginEmail(writer, incident, "Webhook deliveries are late")
                .write("Deliveries wait up to ")
                .insertFact("Longest delay");
    }

    private static void pinned(Page signer) {
        signer.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Full text")).click();
        assertThat(signer.locator(".approval-text"))
                .containsText("Deliveries wait up to " + DeclaredSev1.SHOWN_DELAY);
        signer.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Facts")).click();
        assertThat(signer.getByText("Delivery age chart")).isVisible();
    }

    private static void signedByAll(DraftPage draft, int version) {
        for (var signer : Signers.HIGH) {
            signers.signAfterFreshLogin(signer, draft, version);
        }
        assertThat(draft.page().getByText("Ready to release")).isVisible();
    }
}
