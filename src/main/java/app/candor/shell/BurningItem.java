package app.candor.shell;

import app.candor.access.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something open that people should know of: an incident.
 *
 * @param key as people say it
 * @param severity {@code SEV0} to {@code SEV3}; empty while there is none
 * @param stage name of the stage, any case
 * @param link a path in the portal
 * @param since when it began to count as open, UTC
 * @param restricted whether only members see it
 * @param lines the three lines that say what is known; may be fewer
 * @param people who work on it, most responsible first
 * @param next what is due next; null for nothing
 * @param mine whether the reader holds a role in it
 */
public record BurningItem(
        String key,
        String severity,
        String title,
        String stage,
        String link,
        Instant since,
        boolean restricted,
        List<Line> lines,
        List<Person> people,
        @Nullable DueItem next,
        boolean mine) {

    /** Such as “Impact” and “418 merchants”. */
    public record Line(String label, String text) {}

    /** SEV0 and SEV1, which home shows large. */
    public boolean isGrave() {
        return severity.equals("SEV0") || severity.equals("SEV1");
    }
}
