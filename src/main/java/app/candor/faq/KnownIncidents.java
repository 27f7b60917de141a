package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.incident.Incidents;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The incidents that entries belong to, as far as a search needs them: kept in memory, read again
 * when something happened to one.
 */
@Component
class KnownIncidents {
    private final Incidents incidents;
    private final Access access;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * One of them.
     *
     * @param open whether it is neither dismissed nor closed
     */
    record Known(String id, String key, String title, boolean open, Guarded guarded) {}

    KnownIncidents(Incidents incidents, Access access) {
        this.incidents = incidents;
        this.access = access;
    }

    void note(String id) {
        ids.add(id);
    }

    /** Something happened to it. */
    void forget(String id) {
        known.remove(id);
    }

    /** Ids of those of which the person may read everything. */
    Set<String> readableTo(Person person) {
        return thoseTo(person, Act.READ);
    }

    /** Ids of those of which the person may know. */
    Set<String> nameableTo(Person person) {
        return thoseTo(person, Act.SEE_EXISTENCE);
    }

    private Set<String> thoseTo(Person person, Act act) {
        return ids.stream()
                .filter(id ->
                        find(id).filter(one -> access.may(person, act, one.guarded())).isPresent())
                .collect(Collectors.toSet());
    }

    /** Of these, the ids of those that are still worked on. */
    Set<String> openAmong(Set<String> some) {
        return some.stream()
                .filter(id -> find(id).filter(Known::open).isPresent())
                .collect(Collectors.toSet());
    }

    /** One that the person may know of. */
    Optional<Known> nameable(String id, Person person) {
        return find(id).filter(one -> access.may(person, Act.SEE_EXISTENCE, one.guarded()));
    }

    private Optional<Known> find(String id) {
        var kept = known.get(id);
        if (kept != null) {
            return Optional.of(kept);
        }
        try {
            var read = incidents.asSystem(id);
            var fresh =
                    new Known(id, read.key(), read.title(), !read.stage().isOver(), read.guarded());
            known.put(id, fresh);
            return Optional.of(fresh);
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }
}
