package app.candor.shell;

import app.candor.access.Person;
import java.util.List;

/** Whoever knows what is due for a person to see; home shows the earliest first. */
public interface DueItems {

    /** Only what the person may see; what is late comes too. */
    List<DueItem> dueFor(Person person);
}
