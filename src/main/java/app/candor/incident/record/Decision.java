package app.candor.incident.record;

import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.incident.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was decided, and why.
 *
 * @param decidedBy person id of who decided, which may differ from who wrote it down
 * @param at when it was decided, UTC
 * @param recordedBy person id
 * @param earlier what it said before, oldest first
 * @param withdrawn whether it does not hold any more
 */
public record Decision(
        String id,
        String incidentId,
        String what,
        String why,
        String decidedBy,
        Instant at,
        String recordedBy,
        List<Wording> earlier,
        boolean withdrawn) {
    private static final int LONGEST = 1_000;

    public Decision {
        earlier = List.copyOf(earlier);
    }

    /** How it was put until somebody changed it. */
    public record Wording(String what, String why, String changedBy, Instant changedAt) {}

    static Change<Decision> record(
            String id,
            String incidentId,
            String what,
            String why,
            String decidedBy,
            Instant at,
            String recordedBy,
            Instant now) {
        if (at.isAfter(now)) {
            throw new Refused("A decision of the future is a plan. Give the time it was made.");
        }
        var decision =
                new Decision(
                        id,
                        incidentId,
                        words(what, "Write what was decided."),
                        words(why, "Write why. Without a reason nobody can judge it later."),
                        decidedBy,
                        at,
                        recordedBy,
                        List.of(),
                        false);
        return Change.of(decision, new Made(incidentId, id, "recorded", decision.what()));
    }

    /**
     * Says it differently; the earlier words stay readable.
     *
     * @param seen what the person read before changing it
     */
    Change<Decision> reworded(String seen, String what, String why, String by, Instant now) {
        requireHolds();
        if (!this.what.equals(seen)) {
            throw new Refused(
                    "Somebody changed this decision while you wrote; it says now: “"
                            + this.what
                            + "”. Nothing of theirs was lost; copy your words and look again.");
        }
        var next =
                withEarlier(
                        words(what, "Write what was decided."),
                        words(why, "Write why. Without a reason nobody can judge it later."),
                        by,
                        now,
                        false);
        return Change.of(next, new Made(incidentId, id, "reworded", next.what));
    }

    Change<Decision> withdraw(String why, String by, Instant now) {
        requireHolds();
        var next =
                withEarlier(
                        what, words(why, "Write why it does not hold any more."), by, now, true);
        return Change.of(next, new Made(incidentId, id, "withdrawn", what));
    }

    private void requireHolds() {
        if (withdrawn) {
            throw new Refused("This decision was withdrawn. Record a new one.");
        }
    }

    private Decision withEarlier(
            String nextWhat, String nextWhy, String by, Instant now, boolean nextWithdrawn) {
        var history = new ArrayList<>(earlier);
        history.add(new Wording(what, why, by, now));
        return new Decision(
                id,
                incidentId,
                nextWhat,
                nextWhy,
                decidedBy,
                at,
                recordedBy,
                history,
                nextWithdrawn);
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

    /** A decision was recorded, reworded or withdrawn. */
    record Made(String incidentId, String decision, String what, String words)
            implements StoryEvent {
        @Override
        public String action() {
            return "decision " + what;
        }

        @Override
        public String sentence() {
            return "Decision " + what + ": " + words;
        }
    }
}
