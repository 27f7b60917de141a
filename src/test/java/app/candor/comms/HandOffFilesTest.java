package app.candor.comms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class HandOffFilesTest {

    @Test
    void theMessageIsAlwaysTheSameBytes() {
        assertThat(HandOffFiles.eml(RevisionFixture.revision(), List.of()))
                .isEqualTo(
                        HandOffFiles.eml(
                                RevisionForm.read(RevisionFixture.revision().canonicalBytes()),
                                List.of()));
    }

    @Test
    void theMessageHasTheSubjectAndBothFormsOfTheText() throws Exception {
        var message =
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(
                                HandOffFiles.eml(RevisionFixture.revision(), List.of())));

        assertThat(message.getSubject()).isEqualTo("Orders from Tradelane arrive late");
        assertThat(message.getHeader("X-Unsent")).containsExactly("1");
        var words = words(message.getContent());
        assertThat(words)
                .contains("Hello [contact name],")
                .contains("Your orders arrive late. Since 18 Nov 2026, 08:47 UTC")
                .contains("<p style=");
    }

    @Test
    void nothingInTheHtmlIsLoadedOrRuns() {
        var document =
                RevisionFixture.document("<script>alert(1)</script><img src=x onerror=alert(1)>");
        var html = HandOffFiles.html(RevisionFixture.of("d", 1, document, "<b>Subject</b>"));

        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("url(")
                .contains("<title>&lt;b&gt;Subject&lt;/b&gt;</title>");
    }

    @Test
    void theAudienceListNeutralisesFormulasAndQuotes() {
        var audience =
                ResolvedAudience.of(
                        AudienceScope.AFFECTED_ACCOUNTS,
                        List.of(
                                new Recipient(
                                        "=1+1", "A \"quoted\", name", "@sum", "+a@b.example")));

        assertThat(new String(AudienceCsv.of(audience), StandardCharsets.UTF_8))
                .isEqualTo(
                        "account,name,contact,email\r\n"
                                + "'=1+1,\"A \"\"quoted\"\", name\",'@sum,'+a@b.example\r\n");
    }

    private static String words(Object content) throws Exception {
        if (!(content instanceof Multipart parts)) {
            return content.toString();
        }
        var all = new StringBuilder();
        for (var i = 0; i < parts.getCount(); i++) {
            all.append(words(parts.getBodyPart(i).getContent()));
        }
        return all.toString();
    }
}
