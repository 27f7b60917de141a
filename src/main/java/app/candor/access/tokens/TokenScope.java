package app.candor.access.tokens;

import app.candor.access.Act;
import java.util.Set;

/** What a token may be used for; its owner has to be allowed it as well, at every use. */
public enum TokenScope {
    READ_FAQ("Search and read FAQ answers", Set.of(Act.READ, Act.SEE_EXISTENCE)),
    RECORD_COPY(
            "Copy FAQ answers, each copy on record",
            Set.of(Act.READ, Act.SEE_EXISTENCE, Act.COPY_ANSWER));

    private final String label;
    private final Set<Act> acts;

    TokenScope(String label, Set<Act> acts) {
        this.label = label;
        this.acts = acts;
    }

    public String label() {
        return label;
    }

    boolean allows(Act act) {
        return acts.contains(act);
    }
}
