package app.candor.comms;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The attachments of a message as its receiver finds them, by file name. */
final class MailFiles {
    private MailFiles() {}

    static Map<String, byte[]> of(byte[] eml) throws Exception {
        var message =
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
        var files = new LinkedHashMap<String, byte[]>();
        var parts = (Multipart) message.getContent();
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.getFileName() != null) {
                files.put(part.getFileName(), part.getInputStream().readAllBytes());
            }
        }
        return files;
    }
}
