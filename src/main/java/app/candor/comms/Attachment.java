package app.candor.comms;

/**
 * A file that leaves with a text, named by its content.
 *
 * @param size bytes
 * @param sha256 of its bytes, lower-case hex
 */
public record Attachment(String name, String mediaType, long size, String sha256) {}
