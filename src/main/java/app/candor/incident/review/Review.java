package app.candor.incident.review;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.incident.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from one incident.
 *
 * @param rootCause empty until written
 * @param rootCauseBy person id of who wrote it last; null for nobody
 * @param filed null while it is worked on
 */
public record Review(
        String incidentId,
        String rootCause,
        @Nullable String rootCauseBy,
        @Nullable Instant rootCauseAt,
        List<Learning> learnings,
        int filings,
        @Nullable Filed filed) {
    static final int LONGEST_CAUSE = 8_000;
    private static final int LONGEST_LEARNING = 1_000;
    private static final int MOST_LEARNINGS = 100;

    public Review {
        learnings = List.copyOf(learnings);
    }

    /**
     * One lesson.
     *
     * @param actions ids of the duties that follow from it
     * @param noAction why nothing follows; empty while something does or nobody said
     */
    public record Learning(
            String id, String words, String by, Instant at, List<String> actions, String noAction) {
        public Learning {
            actions = List.copyOf(actions);
        }

        /** Somebody has said what follows from it. */
        public boolean answered() {
            return !actions.isEmpty() || !noAction.isEmpty();
        }
    }

    /** Who put it on file, and when. */
    public record Filed(String by, Instant at) {}

    static Review empty(String incidentId) {
        return new Review(incidentId, "", null, null, List.of(), 0, null);
    }

    /**
     * @param seen what the person read before they wrote
     */
    Change<Review> rootCause(String seen, String words, String by, Instant now) {
        requireOpen();
        if (!rootCause.equals(seen)) {
            throw new Refused(
                    "Somebody changed the root cause while you wrote. Theirs is kept. Copy your"
                            + " words, close this window and put them together.");
        }
        var text = words.strip();
        if (text.length() > LONGEST_CAUSE) {
            throw new Refused("At most " + LONGEST_CAUSE + " characters, please.");
        }
        if (text.equals(rootCause)) {
            return Change.of(this);
        }
        return Change.of(
                new Review(incidentId, text, by, now, learnings, filings, filed),
                new ReviewChanged(incidentId, "root cause written"));
    }

    Change<Review> learnt(String id, String words, String by, Instant now) {
        requireOpen();
        var text = words.strip();
        if (text.isEmpty()) {
            throw new Refused("Write what was learnt.");
        }
        if (text.length() > LONGEST_LEARNING) {
            throw new Refused("At most " + LONGEST_LEARNING + " characters, please.");
        }
        if (learnings.size() == MOST_LEARNINGS) {
            throw new Refused("At most " + MOST_LEARNINGS + " learnings, please.");
        }
        var next = new ArrayList<>(learnings);
        next.add(new Learning(id, text, by, now, List.of(), ""));
        return Change.of(with(next), new ReviewChanged(incidentId, "learning added"));
    }

    Change<Review> action(String learning, String duty) {
        requireOpen();
        return replaced(
                learning,
                one -> {
                    var actions = new ArrayList<>(one.actions());
                    actions.add(duty);
                    return new Learning(one.id(), one.words(), one.by(), one.at(), actions, "");
                },
                "action added");
    }

    Change<Review> noAction(String learning, String because) {
        requireOpen();
        var reason = because.strip();
        if (reason.isEmpty()) {
            throw new Refused("Say why nothing has to be done about it.");
        }
        if (!find(learning).actions().isEmpty()) {
            throw new Refused("Something follows from it already.");
        }
        return replaced(
                learning,
                one -> new Learning(one.id(), one.words(), one.by(), one.at(), List.of(), reason),
                "learning without action");
    }

    /**
     * @throws Refused while something is missing; the message lists it
     */
    Change<Review> file(String by, Instant now) {
        requireOpen();
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new Refused("Before it can be filed: " + String.join("; ", missing) + ".");
        }
        return Change.of(
                new Review(
                        incidentId,
                        rootCause,
                        rootCauseBy,
                        rootCauseAt,
                        learnings,
                        filings + 1,
                        new Filed(by, now)),
                new ReviewChanged(incidentId, "filed"));
    }

    Change<Review> reopen() {
        if (filed == null) {
            return Change.of(this);
        }
        return Change.of(
                new Review(
                        incidentId, rootCause, rootCauseBy, rootCauseAt, learnings, filings, null),
                new ReviewChanged(incidentId, "opened again"));
    }

    /** What stands in the way of filing, in words; empty for nothing. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (rootCause.isEmpty()) {
            missing.add("write the root cause");
        }
        if (learnings.isEmpty()) {
            missing.add("add at least one learning");
        }
        var open = learnings.stream().filter(learning -> !learning.answered()).count();
        if (open > 0) {
            missing.add(
                    open == 1
                            ? "give 1 learning an action, or say why it has none"
                            : "give " + open + " learnings an action, or say why they have none");
        }
        return missing;
    }

    private void requireOpen() {
        if (filed != null) {
            throw new Refused("The review is filed. A commander can open it again.");
        }
    }

    private Learning find(String learning) {
        return learnings.stream()
                .filter(one -> one.id().equals(learning))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Change<Review> replaced(
            String learning, java.util.function.UnaryOperator<Learning> change, String what) {
        find(learning);
        return Change.of(
                with(
                        learnings.stream()
                                .map(one -> one.id().equals(learning) ? change.apply(one) : one)
                                .toList()),
                new ReviewChanged(incidentId, what));
    }

    private Review with(List<Learning> next) {
        return new Review(incidentId, rootCause, rootCauseBy, rootCauseAt, next, filings, filed);
    }

    /** Something of the review changed. */
    record ReviewChanged(String incidentId, String what) implements StoryEvent {
        @Override
        public String action() {
            return "review " + what;
        }

        @Override
        public String sentence() {
            return "Review: " + what;
        }
    }
}
