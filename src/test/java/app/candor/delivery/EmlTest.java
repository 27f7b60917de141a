package app.candor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Guarded;
import app.candor.access.Refused;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EmlTest {
    private static final Instant DATE = Instant.parse("2026-11-18T10:56:03Z");
    private static final MailAddress PORTAL = new MailAddress("Candor", "candor@example.com");
    private static final String ID = Eml.messageId("release:1", "candor.example.com");

    @Test
    void theSameMailMakesTheSameBytes() {
        assertThat(Eml.of(mail("Hello", "Ada"), PORTAL, ID, DATE))
                .isEqualTo(Eml.of(mail("Hello", "Ada"), PORTAL, ID, DATE));
    }

    @Test
    void itHoldsPlainTextRichTextAndTheFiles() throws Exception {
        var message = parse(Eml.of(mail("Störung behoben", "Zoë Ångström"), PORTAL, ID, DATE));
        assertThat(message.getSubject()).isEqualTo("Störung behoben");
        assertThat(message.getMessageID()).isEqualTo(ID);
        assertThat(message.getSentDate()).isEqualTo(DATE);
        assertThat(message.getAllRecipients()[0].toString()).contains("ada@example.com");
        var mixed = (MimeMultipart) message.getContent();
        var both = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContent()).isEqualTo("Grüße, plain");
        assertThat(both.getBodyPart(1).getContent()).isEqualTo("<p>Grüße, rich</p>");
        var file = mixed.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("sign-off.pdf");
        assertThat(file.getContentType()).startsWith("application/pdf");
        assertThat(file.getInputStream().readAllBytes()).containsExactly(1, 2, 3, 0, -1);
    }

    @Test
    void aLineBreakInSubjectNameOrFileNameMakesNoHeader() throws Exception {
        for (var lineBreak : List.of("\r\n", "\n", "\r", "\u2028", "\u0085", "\r\n\r\n")) {
            var attack = "Hello" + lineBreak + "Bcc: victim@example.com";
            var mail =
                    new OutgoingMail(
                            "release:1",
                            null,
                            List.of(new MailAddress(attack, "ada@example.com")),
                            attack,
                            "text",
                            "",
                            List.of(new MailAttachment(attack + ".pdf", attack, new byte[] {1})),
                            null,
                            Guarded.open(),
                            "Test");
            var bytes = Eml.of(mail, PORTAL, ID, DATE);
            var message = parse(bytes);
            assertThat(message.getRecipients(Message.RecipientType.BCC)).isNull();
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getSubject()).isEqualTo("Hello Bcc: victim@example.com");
            assertThat(new String(bytes, StandardCharsets.US_ASCII).lines())
                    .noneMatch(line -> line.startsWith("Bcc:"));
            var file = ((MimeMultipart) message.getContent()).getBodyPart(1);
            assertThat(Collections.list(file.getAllHeaders()))
                    .noneMatch(header -> header.getName().equals("Bcc"));
        }
    }

    @Test
    void anAddressWithALineBreakASpaceOrTwoAddressesIsRefused() {
        for (var address :
                List.of(
                        "a@b.c\r\nBcc: x@y.z",
                        "a@b.c,x@y.z",
                        "a b@c.d",
                        "<a@b.c>",
                        "a",
                        "@",
                        "a@")) {
            assertThatThrownBy(() -> new MailAddress("", address)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aPathInAFileNameIsTakenOut() {
        assertThat(new MailAttachment("../../etc/passwd", "text/plain", new byte[0]).name())
                .isEqualTo("passwd");
        assertThat(new MailAttachment("C:\\temp\\a.pdf", "application/pdf", new byte[0]).name())
                .isEqualTo("a.pdf");
        assertThat(new MailAttachment("a/", "text/plain", new byte[0]).name())
                .isEqualTo("attachment");
    }

    @Test
    void moreThan25MegabytesOfAttachmentsAreRefusedWithTheLimit() {
        var large = new MailAttachment("a.bin", "application/zip", new byte[26 * 1024 * 1024]);
        assertThatThrownBy(() ->
                        new OutgoingMail(
                                "x",
                                null,
                                List.of(PORTAL),
                                "s",
                                "t",
                                "",
                                List.of(large),
                                null,
                                Guarded.open(),
                                "Test"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("25 MB")
                .hasMessageContaining("26.0 MB");
    }

    @Test
    void aDraftIsTheSameMessageMarkedAsUnsent() throws Exception {
        var bytes = Eml.of(mail("Hello", "Ada"), PORTAL, ID, DATE);
        var draft = parse(Eml.draft(bytes));
        assertThat(draft.getHeader("X-Unsent")).containsExactly("1");
        assertThat(draft.getSubject()).isEqualTo("Hello");
    }

    static OutgoingMail mail(String subject, String name) {
        return mail("release:1", subject, name);
    }

    static OutgoingMail mail(String id, String subject, String name) {
        return new OutgoingMail(
                id,
                null,
                List.of(new MailAddress(name, "ada@example.com")),
                subject,
                "Grüße, plain",
                "<p>Grüße, rich</p>",
                List.of(
                        new MailAttachment(
                                "sign-off.pdf", "application/pdf", new byte[] {1, 2, 3, 0, -1})),
                null,
                Guarded.open(),
                "Hand-off package");
    }

    private static MimeMessage parse(byte[] eml) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
    }
}
