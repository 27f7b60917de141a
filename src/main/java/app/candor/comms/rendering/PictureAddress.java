package app.candor.comms.rendering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the program that shows a rendering finds a picture of the text. */
@FunctionalInterface
public interface PictureAddress {
    /** Words in place of every picture. */
    PictureAddress NONE = src -> null;

    /** Parts of the same message (RFC 2392), named by the SHA-256 of their bytes. */
    PictureAddress IN_MESSAGE =
            src -> {
                var stored = stored(src);
                return stored.matches() ? "cid:" + contentId(stored.group(2)) : null;
            };

    /**
     * @param src of the picture, as it stands in the text
     * @return null to write its words instead
     */
    @Nullable String of(String src);

    /** Groups: id of the text, SHA-256 of the bytes, {@code png} or {@code jpg}. */
    static Matcher stored(String src) {
        return Stored.FORM.matcher(src);
    }

    /** Of the part that holds a picture, without angle brackets. */
    static String contentId(String sha256) {
        return sha256 + "@candor.invalid";
    }

    /** The form in which a picture of the portal stands in a text. */
    final class Stored {
        private static final Pattern FORM =
                Pattern.compile("/attachments/([^/]{1,200})/([0-9a-f]{64})\\.(png|jpg)");

        private Stored() {}
    }
}
