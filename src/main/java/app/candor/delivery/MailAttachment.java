package app.candor.delivery;

/**
 * A file that goes with a message.
 *
 * @param name file name as the reader sees it; paths and control characters are taken out
 * @param type media type: {@code application/pdf}; anything malformed is sent as {@code
 *     application/octet-stream}
 * @param bytes not changed after it was handed over
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record MailAttachment(String name, String type, byte[] bytes) {
    private static final String UNKNOWN = "application/octet-stream";

    public MailAttachment {
        var clean = OneLine.of(name.substring(lastSeparator(name) + 1));
        name = clean.isEmpty() ? "attachment" : clean;
        type = type.matches("[\\w.+-]+/[\\w.+-]+(; ?charset=[\\w-]+)?") ? type : UNKNOWN;
    }

    private static int lastSeparator(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    }
}
