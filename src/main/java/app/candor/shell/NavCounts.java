package app.candor.shell;

import app.candor.access.Person;
import java.util.Map;

/** Whoever knows a number for the navigation. */
public interface NavCounts {

    /**
     * Numbers by path without a leading slash, such as {@code approvals}; zero is not shown. Only
     * what the person may see counts.
     */
    Map<String, Count> countsFor(Person person);

    /**
     * @param asks whether the person has to act on it; then it stands out
     */
    record Count(long number, boolean asks) {}
}
