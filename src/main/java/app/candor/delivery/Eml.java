package app.candor.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * A message as the bytes of an {@code .eml} file (RFC 5322): plain text, rich text with its
 * pictures, and attachments. The same mail, Message-ID and date always make the same bytes.
 */
public final class Eml {
    private static final byte[] UNSENT = "X-Unsent: 1\r\n".getBytes(StandardCharsets.US_ASCII);

    private Eml() {}

    /**
     * @param from used where the mail names no sender
     * @param messageId with angle brackets, see {@link #messageId}
     * @param date the {@code Date} header, to the second
     */
    public static byte[] of(OutgoingMail mail, MailAddress from, String messageId, Instant date) {
        try {
            var message = new FixedId(messageId);
            var helper = new FixedBoundaries(message, messageId);
            helper.setFrom(address(mail.from() == null ? from : mail.from()));
            var to = new InternetAddress[mail.to().size()];
            for (var i = 0; i < to.length; i++) {
                to[i] = address(mail.to().get(i));
            }
            helper.setTo(to);
            helper.setSubject(mail.subject());
            helper.setSentDate(Date.from(date));
            var shown = mail.attachments().stream().filter(MailAttachment::inline).toList();
            helper.addText(mail.text(), mail.html(), shown);
            for (var file : mail.attachments()) {
                if (file.inline() && !mail.html().isEmpty()) {
                    continue;
                }
                helper.addAttachment(file.name(), new ByteArrayResource(file.bytes()), file.type());
            }
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("This message cannot be written down", e);
        }
    }

    /** The same message marked as a draft, which mail programs open for sending. */
    public static byte[] draft(byte[] eml) {
        var marked = new byte[UNSENT.length + eml.length];
        System.arraycopy(UNSENT, 0, marked, 0, UNSENT.length);
        System.arraycopy(eml, 0, marked, UNSENT.length, eml.length);
        return marked;
    }

    /** Always the same for an id, says nothing about it, with angle brackets. */
    public static String messageId(String id, String domain) {
        return "<"
                + sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, 32)
                + "@"
                + domain
                + ">";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InternetAddress address(MailAddress address) throws MessagingException {
        try {
            var internet =
                    new InternetAddress(
                            address.address(), address.name(), StandardCharsets.UTF_8.name());
            internet.validate();
            return internet;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the Message-ID that it is given; the library would make up one for every write. */
    private static final class FixedId extends MimeMessage {
        private final String id;

        FixedId(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** Boundaries from the Message-ID in place of random ones. */
    private static final class FixedBoundaries extends MimeMessageHelper {
        private final String seed;

        FixedBoundaries(MimeMessage message, String messageId) throws MessagingException {
            super(message, MULTIPART_MODE_NO, StandardCharsets.UTF_8.name());
            this.seed = sha256(messageId.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
            var mixed = new Parts("mixed", seed);
            setMimeMultiparts(mixed, mixed);
            message.setContent(mixed);
        }

        void addText(String text, String html, List<MailAttachment> pictures)
                throws MessagingException {
            var plain = new MimeBodyPart();
            plain.setText(text, StandardCharsets.UTF_8.name());
            if (html.isEmpty()) {
                getMimeMultipart().addBodyPart(plain);
                return;
            }
            var rich = new MimeBodyPart();
            rich.setText(html, StandardCharsets.UTF_8.name(), "html");
            var both = new Parts("alternative", seed);
            both.addBodyPart(plain);
            both.addBodyPart(pictures.isEmpty() ? rich : related(rich, pictures));
            var body = new MimeBodyPart();
            body.setContent(both);
            getMimeMultipart().addBodyPart(body);
        }

        /** Rich text and the pictures that it names (RFC 2387, RFC 2392). */
        private MimeBodyPart related(MimeBodyPart rich, List<MailAttachment> pictures)
                throws MessagingException {
            var together = new Parts("related", seed);
            together.addBodyPart(rich);
            for (var picture : pictures) {
                var part = new MimeBodyPart();
                part.setDataHandler(
                        new DataHandler(new ByteArrayDataSource(picture.bytes(), picture.type())));
                part.setHeader("Content-Type", picture.type());
                part.setContentID("<" + picture.contentId() + ">");
                part.setDisposition(Part.INLINE);
                part.setFileName(picture.name());
                together.addBodyPart(part);
            }
            var whole = new MimeBodyPart();
            whole.setContent(together);
            return whole;
        }
    }

    private static final class Parts extends MimeMultipart {
        Parts(String subtype, String seed) {
            super(subtype);
            contentType = "multipart/%s; boundary=\"=_%s_%s\"".formatted(subtype, subtype, seed);
        }
    }
}
