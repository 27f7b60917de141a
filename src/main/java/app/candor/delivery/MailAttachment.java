package app.candor.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A file that goes with a message.
 *
 * @param name file name as the reader sees it; paths and control characters are taken out
 * @param type media type: {@code application/pdf}; anything malformed is sent as {@code
 *     application/octet-stream}
 * @param bytes not changed after it was handed over
 * @param contentId of a picture that the rich text shows as {@code cid:}; null for a file of its
 *     own
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record MailAttachment(String name, String type, byte[] bytes, @Nullable String contentId) {
    private static final String UNKNOWN = "application/octet-stream";

    /** A file of its own. */
    public MailAttachment(String name, String type, byte[] bytes) {
        this(name, type, bytes, null);
    }

    public MailAttachment {
        if (contentId != null && !contentId.matches("[\\w.-]{1,200}@[\\w.-]{1,100}")) {
            throw new IllegalArgumentException("Not an id of content");
        }
        var clean = OneLine.of(name.substring(lastSeparator(name) + 1));
        name = clean.isEmpty() ? "attachment" : clean;
        type = type.matches("[\\w.+-]+/[\\w.+-]+(; ?charset=[\\w-]+)?") ? type : UNKNOWN;
    }

    /** Whether the rich text shows it in place. */
    public boolean inline() {
        return contentId != null;
    }

    private static int lastSeparator(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    }
}
