package app.candor.clocks;

import java.time.Instant;

/**
 * One thing owed by a time.
 *
 * @param key stable: {@code respond}, {@code first-notice}, {@code customer-update}, {@code
 *     staff-update}, {@code caught-up}, {@code contract-notice}
 * @param title what is owed, without a verb
 * @param formula how the due time comes about: {@code declared 09:12 UTC + 15 min}
 * @param source which rule says so
 */
public record IncidentClock(String key, String title, State state, String formula, String source) {

    /** How it stands. */
    public sealed interface State {
        /** Time is left. */
        record Running(Instant due, Instant warnAt) implements State {}

        /** Little time is left. */
        record Warned(Instant due, Instant warnAt) implements State {}

        /** The time has passed and it is still owed. */
        record Breached(Instant due) implements State {}

        /** Done; late where {@code at} lies after {@code due}. */
        record Met(Instant due, Instant at) implements State {
            public boolean late() {
                return at.isAfter(due);
            }
        }

        record NotApplicable(String reason) implements State {}
    }

    /** Whether something is still owed. */
    public boolean isOwed() {
        return state instanceof State.Running
                || state instanceof State.Warned
                || state instanceof State.Breached;
    }
}
