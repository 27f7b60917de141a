package app.candor.comms;

import java.util.Arrays;
import java.util.List;

/** How much of a group is told something. */
public enum Reach {
    NONE("Nobody"),
    SOME_ACCOUNTS("Some accounts"),
    AFFECTED_ACCOUNTS("Affected accounts"),
    ALL_CUSTOMERS("All customers"),
    EVERYONE("Everyone");

    private final String label;

    Reach(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What can be decided for a group. */
    public static List<Reach> of(DecidedAudience audience) {
        return Arrays.stream(values()).filter(reach -> reach.fits(audience)).toList();
    }

    boolean fits(DecidedAudience audience) {
        return this == NONE || (audience == DecidedAudience.CUSTOMERS) != (this == EVERYONE);
    }
}
