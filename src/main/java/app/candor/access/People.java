package app.candor.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people Candor knows. */
public interface People {

    /**
     * Who acts in this request.
     *
     * @throws NotSignedIn outside a signed-in request
     */
    Person current();

    /** As {@link #current()}, empty outside a signed-in request. */
    Optional<Person> signedIn();

    /**
     * Whether the way in which the person came in lets them do the act at all: a token does less
     * than its owner may.
     */
    default boolean withinScope(Act act) {
        return true;
    }

    Optional<Person> find(String id);

    /** Names for display; an unknown id is simply missing. */
    Map<String, Person> byIds(Collection<String> ids);

    /** Everybody who holds the role today, by name. */
    List<Person> holders(Role role);

    /** All known people, by name. */
    List<Person> all();
}
