package app.candor.incident;

import java.time.Instant;
import java.util.List;

/**
 * Texts of an incident that were released to more people than work on it; a bean of the module that
 * released them. Whoever may know that the incident exists may read them.
 */
public interface ReleasedWords {

    /** Newest first. */
    List<Text> of(Incident incident);

    /**
     * One text.
     *
     * @param kind what it is and for whom, in words
     * @param at when it was released, UTC
     * @param words plain text as it left
     */
    record Text(String kind, String subject, Instant at, String words) {}
}
