package app.candor.incident.review;

import app.candor.incident.ReviewFigures.Figure;
import java.time.Instant;
import java.util.List;

/**
 * What leadership reads about an incident: where it stands or how it ended, what it cost, and what
 * changes because of it.
 *
 * @param status one sentence
 * @param known facts by name
 * @param times points in time by name, oldest first
 * @param customers how far customers were told, one line each
 * @param rootCause what the text of it says, as HTML of plain formatting, headings from {@code h3}
 *     on; empty until written
 * @param madeAt UTC
 */
public record LeadershipReport(
        String key,
        String title,
        String status,
        List<Line> known,
        List<Moment> times,
        List<Figure> figures,
        List<String> customers,
        String rootCause,
        List<Lesson> lessons,
        List<Line> decisions,
        boolean filed,
        Instant madeAt) {

    /** A name and what belongs to it. */
    public record Line(String name, String value) {}

    public record Moment(String name, Instant at) {}

    /**
     * What was learnt.
     *
     * @param noAction why nothing follows; empty where something does
     */
    public record Lesson(String words, List<Action> actions, String noAction) {}

    /** What is done about it, by whom, by when, and how far it is. */
    public record Action(String title, String owner, String due, String state) {}
}
