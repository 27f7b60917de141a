package app.candor.comms;

/**
 * A file that leaves with a text, named by its content.
 *
 * @param size bytes
 * @param sha256 of its bytes, lower-case hex
 */
public record Attachment(String name, String mediaType, long size, String sha256) {

    /** {@code chart.png, 120 kB, content 9f86d081}: enough to tell two files of a name apart. */
    public String words() {
        return "%s, %s, content %s".formatted(name, weight(), sha256.substring(0, 8));
    }

    /** {@code 120 kB}. */
    public String weight() {
        return size < 1024 * 1024
                ? Math.max(1, size / 1024) + " kB"
                : "%.1f MB".formatted(size / 1048576.0);
    }
}
