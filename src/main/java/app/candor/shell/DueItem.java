package app.candor.shell;

import java.time.Instant;

/**
 * Something with a time.
 *
 * @param due UTC
 * @param warn from when it is amber; not after {@code due}
 * @param detail the quiet line: by what rule or whose promise; empty for none
 * @param link a path in the portal; empty for none
 */
public record DueItem(Instant due, Instant warn, String title, String detail, String link) {}
