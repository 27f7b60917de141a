package app.candor.flows;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * A hand-off mail as whoever receives it finds it.
 *
 * @param covering what the mail itself says
 * @param files by name
 */
record ReceivedPackage(String covering, Map<String, byte[]> files) {

    static ReceivedPackage of(MimeMessage mail) throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        var covering = "";
        var parts = (Multipart) mail.getContent();
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.getFileName() == null) {
                covering = lines(words(part, "text/plain"));
            } else {
                files.put(part.getFileName(), part.getInputStream().readAllBytes());
            }
        }
        return new ReceivedPackage(covering, files);
    }

    String text(String file) {
        return lines(new String(files.get(file), StandardCharsets.UTF_8));
    }

    /** The message to send on, opened from its file. */
    MimeMessage message() throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(files.get("message.eml")));
    }

    /** The message's own words in one form, {@code text/plain} or {@code text/html}. */
    String message(String type) throws Exception {
        return lines(words(message(), type));
    }

    private static String words(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = words(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** Mail ends its lines with CR LF. */
    private static String lines(String mailed) {
        return mailed.replace("\r\n", "\n").strip();
    }
}
