package app.candor.incident.review;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.incident.Completeness;
import app.candor.incident.Completeness.Standing;
import app.candor.incident.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from one incident.
 *
 * @param rootCause words from before the root cause was a text of its own; empty for none, and of
 *     no weight once that text is begun
 * @param rootCauseBy person id of who wrote them last; null for nobody
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
    static final String OPENED_AGAIN = "opened again";
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

    /**
     * How far the text of the root cause is.
     *
     * @param unwritten required sections that say nothing, by their titles
     * @param nothing no required section says anything
     */
    public record Cause(boolean begun, List<String> unwritten, boolean nothing) {
        static final Cause NOT_BEGUN = new Cause(false, List.of(), true);

        public Cause {
            unwritten = List.copyOf(unwritten);
        }

        static Cause of(Completeness text) {
            var unwritten =
                    text.gaps().stream()
                            .filter(state -> state.standing() != Standing.OLDER)
                            .map(Completeness.State::title)
                            .toList();
            return new Cause(
                    true,
                    unwritten,
                    !unwritten.isEmpty() && unwritten.size() == text.sections().size());
        }
    }

    static Review empty(String incidentId) {
        return new Review(incidentId, "", null, null, List.of(), 0, null);
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
    Change<Review> file(Cause cause, String by, Instant now) {
        requireOpen();
        var missing = missing(cause);
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
                new ReviewChanged(incidentId, OPENED_AGAIN));
    }

    /** What stands in the way of filing, in words; empty for nothing. */
    public List<String> missing(Cause cause) {
        var missing = new ArrayList<String>();
        if (cause.begun() ? cause.nothing() : rootCause.isEmpty()) {
            missing.add("write the root cause");
        } else if (cause.begun() && !cause.unwritten().isEmpty()) {
            missing.add("finish the root cause: “" + String.join("”, “", cause.unwritten()) + "”");
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

    void requireOpen() {
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
