package app.candor.incident.customers;

import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.incident.StoryEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer complains about the incident.
 *
 * @param customer who complains, in words
 * @param loggedBy person id
 * @param due by when it has to be answered, UTC
 * @param answer null until answered
 */
public record Complaint(
        String id,
        String incidentId,
        String customer,
        String what,
        String loggedBy,
        Instant loggedAt,
        Instant due,
        @Nullable Answer answer) {
    private static final int LONGEST = 2_000;

    /** What they were told, by whom and when. */
    public record Answer(String words, String by, Instant at) {}

    static Change<Complaint> log(
            String id,
            String incidentId,
            String customer,
            String what,
            String by,
            Instant now,
            Instant due) {
        var complaint =
                new Complaint(
                        id,
                        incidentId,
                        words(customer, "Say who complains."),
                        words(what, "Write what they complain about."),
                        by,
                        now,
                        due,
                        null);
        return Change.of(complaint, new ComplaintChanged(incidentId, id, "logged"));
    }

    Change<Complaint> answered(String words, String by, Instant now) {
        if (answer != null) {
            throw new Refused("Somebody was faster: this complaint is answered already.");
        }
        var said = words(words, "Write what they were told.");
        return Change.of(
                new Complaint(
                        id,
                        incidentId,
                        customer,
                        what,
                        loggedBy,
                        loggedAt,
                        due,
                        new Answer(said, by, now)),
                new ComplaintChanged(incidentId, id, "answered"));
    }

    private static String words(String given, String ifEmpty) {
        var words = given.strip();
        if (words.isEmpty()) {
            throw new Refused(ifEmpty);
        }
        if (words.length() > LONGEST) {
            throw new Refused("At most " + LONGEST + " characters, please.");
        }
        return words;
    }

    /** A complaint was logged or answered. */
    record ComplaintChanged(String incidentId, String complaint, String what)
            implements StoryEvent {
        @Override
        public String action() {
            return "complaint " + what;
        }

        @Override
        public String sentence() {
            return "Complaint " + what;
        }
    }
}
