package app.candor.shell;

/**
 * Something that a search found.
 *
 * @param kind what it is, one word for the reader: {@code Incident}, {@code Draft}
 * @param title what it is called
 * @param detail where it stands or belongs; may be empty
 * @param link a path in the portal
 * @param weight more is shown first, 0 to 100
 */
public record Found(String kind, String title, String detail, String link, int weight) {}
