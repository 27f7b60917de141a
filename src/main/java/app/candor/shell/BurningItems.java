package app.candor.shell;

import app.candor.access.Person;
import java.util.List;

/** Whoever knows what is burning; home shows it worst first. */
public interface BurningItems {

    /** Only what the person may see. */
    List<BurningItem> burningFor(Person person);

    /**
     * The sentence for “All clear”, such as “INC-K7Q4 was the last to be resolved, at 14:20 UTC”;
     * empty for none.
     */
    default String lastResolvedFor(Person person) {
        return "";
    }
}
