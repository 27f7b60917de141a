package app.candor.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.demo.DemoPerson;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** From five names to the package in the mailbox of those who send it on. */
@Tag("browser")
class ReleaseFlow {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static GreenMail mail;
    private static PortalProcess portal;
    private static Browsers browsers;
    private static DeclaredSev1 incident;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        portal =
                PortalProcess.empty(
                        data,
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.getSmtp().getPort());
        browsers = new Browsers();
        incident = DeclaredSev1.in(portal, browsers).confirmDelay(DeclaredSev1.DELAY);
    }

    @AfterAll
    static void stop() {
        browsers.close();
        portal.close();
        mail.stop();
    }

    @Test
    void whatWasSignedReachesCsOpsByMailAsItWasSigned() throws Exception {
        var support = browsers.signedInAs(portal, "support");
        var draft = signed().openedBy(support);
        var plain = shown(draft, "Plain text").locator(".draft-plain pre").innerText();
        var frame = shown(draft, "Desktop").locator("iframe.draft-preview");
        var html = frame.getAttribute("srcdoc");

        var clicked = System.nanoTime();
        draft.release(1);
        assertThat(mail.waitForIncomingEmail(LONGEST.toMillis(), 2)).isTrue();
        var took = Duration.ofNanos(System.nanoTime() - clicked);
        System.out.println("Release to mailbox: " + took.toMillis() + " ms");
        assertThat(took).isLessThan(LONGEST);
        assertThat(support.getByText("Released").first()).isVisible();

        var received = ReceivedPackage.of(mailTo(DemoPerson.SUPPORT));
        assertThat(received.files().keySet())
                .contains("message.eml", "audience.csv", "sign-off.pdf", "revision.json");
        assertThat(received.message().getSubject()).isEqualTo("Webhook deliveries are late");
        assertThat(received.message("text/plain"))
                .isEqualTo(plain.strip())
                .isEqualTo(received.text("message.txt"))
                .contains("Deliveries wait up to " + DeclaredSev1.SHOWN_DELAY);
        assertThat(received.message("text/html"))
                .isEqualTo(html.strip())
                .contains(DeclaredSev1.SHOWN_DELAY);
        assertThat(received.text("audience.csv"))
                .contains("ada@harbour.example", "bo@quill.example")
                .doesNotContain("cy@lantern.example");
        var hash = sha256(received.files().get("revision.json"));
        assertThat(received.covering()).contains(hash);
        assertThat(draft.page().locator(".gate-head")).containsText(hash.substring(0, 8) + "…");
        signOffNames(words(received.files().get("sign-off.pdf")), hash);
        assertThat(browsers.complaints()).isEmpty();

        aLogoutAtTheProviderClosesWhatIsOpen(aCorrectionIsAPageOfItsOwn(draft));
    }

    private static DraftPage aCorrectionIsAPageOfItsOwn(DraftPage released) {
        var writer = browsers.signedInAs(portal, "writer");
        var correction = released.openedBy(writer);
        correction.button("Begin a correction").click();
        writer.getByText("A correction for the same readers is begun").waitFor();

        assertThat(writer.locator("main h1")).hasText("Correction: E-mail to affected accounts");
        assertThat(writer.locator(".gate-head")).containsText("0 of 5");
        assertThat(correction.button("Begin a correction")).hasCount(0);
        correction.button("PDF").click();
        assertThat(writer.locator("iframe.draft-preview.pdf")).isVisible();
        var answer =
                writer.request()
                        .get(
                                writer.locator("iframe.draft-preview.pdf")
                                        .evaluate("f => f.src")
                                        .toString());
        assertThat(answer.headers().get("x-frame-options")).isEqualTo("SAMEORIGIN");
        return correction;
    }

    /** The provider's token, as it posts one (Back-Channel Logout 1.0). */
    private static void aLogoutAtTheProviderClosesWhatIsOpen(DraftPage correction)
            throws Exception {
        correction.button("Write").click();
        assertThat(correction.text().saving()).hasText("Saved");

        assertThat(ProviderLogout.of(portal, DemoPerson.WRITER)).isEqualTo(200);

        assertThat(correction.page().getByText("You were signed out.").first()).isVisible();
    }

    private static DraftPage signed() {
        var draft =
                DraftPage.beginEmail(
                                browsers.signedInAs(portal, "writer"),
                                incident,
                                "Webhook deliveries are late")
                        .write("Deliveries wait up to ")
                        .insertFact("Longest delay");
        draft.submit(1);
        var signers = new Signers(portal, browsers);
        for (var signer : Signers.HIGH) {
            signers.signAfterFreshLogin(signer, draft, 1);
        }
        return draft;
    }

    private static Page shown(DraftPage draft, String mode) {
        draft.button(mode).click();
        return draft.page();
    }

    private static MimeMessage mailTo(DemoPerson person) throws Exception {
        for (var received : mail.getReceivedMessages()) {
            if (Arrays.toString(received.getRecipients(Message.RecipientType.TO))
                    .contains(person.email())) {
                return received;
            }
        }
        throw new AssertionError("No mail to " + person.email());
    }

    private static void signOffNames(String pdf, String hash) {
        assertThat(pdf.replaceAll("\\s", "")).contains(hash);
        assertThat(pdf.replaceAll("\\s+", " "))
                .contains(
                        DemoPerson.ENGINEER2.fullName(),
                        DemoPerson.CSLEAD.fullName(),
                        DemoPerson.LEGAL.fullName(),
                        DemoPerson.COMMANDER.fullName(),
                        DemoPerson.LEADER.fullName());
    }

    private static String words(byte[] pdf) throws Exception {
        var reader = new PdfReader(pdf);
        var text = new PdfTextExtractor(reader);
        var all = new StringBuilder();
        for (var page : IntStream.rangeClosed(1, reader.getNumberOfPages()).toArray()) {
            all.append(text.getTextFromPage(page)).append('\n');
        }
        return all.toString();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
