package app.candor.incident;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an incident stands. */
public enum Stage {
    SUSPECTED("Suspected"),
    DISMISSED("Dismissed"),
    INVESTIGATING("Investigating"),
    IDENTIFIED("Identified"),
    MONITORING("Monitoring"),
    RESOLVED("Resolved"),
    REVIEW("Review"),
    CLOSED("Closed");

    private static final Set<Stage> WORKING =
            EnumSet.of(INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED);

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As policy documents name it: {@code investigating}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Customers still wait for the end of it. */
    public boolean isBurning() {
        return this == INVESTIGATING || this == IDENTIFIED || this == MONITORING;
    }

    /** Resolved or later: customers may hear that it is over. */
    public boolean isBehind() {
        return this == RESOLVED || this == REVIEW || this == CLOSED;
    }

    /** Nothing moves here any more. */
    public boolean isOver() {
        return this == DISMISSED || this == CLOSED;
    }

    /**
     * Whether an incident may go from here to there: freely among the four working stages, from
     * resolved to review, from review back to resolved or on to closed.
     */
    public boolean leadsTo(Stage next) {
        if (this == next) {
            return false;
        }
        if (WORKING.contains(this) && WORKING.contains(next)) {
            return true;
        }
        return (this == RESOLVED && next == REVIEW)
                || (this == REVIEW && (next == RESOLVED || next == CLOSED));
    }
}
