package app.candor.voice;

/**
 * Another text about the same incident.
 *
 * @param title as people know it: {@code Status update, released 09:21 UTC}
 */
public record Sibling(String title, Manuscript text) {}
