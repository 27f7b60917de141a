package app.candor.faq;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.comms.AudienceScope;
import app.candor.faq.index.Found;
import app.candor.faq.index.Wanted;
import app.candor.faq.index.Wanted.Narrowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Search as people type. What the reader may see is part of the query, decided from what the index
 * keeps of entries and incidents; opening or copying one asks {@link Library} again.
 */
@Service
public class FaqSearch {
    /** What open pages of the library watch. */
    public static final String TOPIC = "faq";

    private final FaqIndex index;
    private final KnownIncidents incidents;
    private final People people;
    private final Clock clock;

    FaqSearch(FaqIndex index, KnownIncidents incidents, People people, Clock clock) {
        this.index = index;
        this.incidents = incidents;
        this.people = people;
        this.clock = clock;
    }

    /** An incident that a search can be narrowed to. */
    public record Named(String id, String key, String title) {}

    /**
     * Entries that the reader may see: where every word fits, those of the incident that was chosen
     * or of open ones come first, then the rest by how well it fits, always valid ones ahead of
     * equals. For an empty search all, newest first.
     *
     * @param typed anything; see {@link Wanted}
     * @param limit at most this many
     */
    public Found find(String typed, Narrowed narrowed, int limit) {
        var person = people.current();
        var readable = incidents.readableTo(person);
        var chosen = narrowed.incident();
        var first =
                chosen == null || !readable.contains(chosen)
                        ? incidents.openAmong(incidents.nameableTo(person))
                        : Set.of(chosen);
        return index.find(
                new Wanted(
                        typed,
                        new Wanted.Reader(audiences(person), readable),
                        first,
                        narrowed,
                        limit,
                        clock.instant()));
    }

    /**
     * An incident as it is named to the reader; empty for null and for one that they may not know.
     */
    public Optional<Named> incident(@Nullable String id) {
        return id == null
                ? Optional.empty()
                : incidents
                        .nameable(id, people.current())
                        .map(one -> new Named(one.id(), one.key(), one.title()));
    }

    /** Incidents with entries of which the reader may read everything, open ones first. */
    public List<Named> incidents() {
        var person = people.current();
        var readable = incidents.readableTo(person);
        var open = incidents.openAmong(readable);
        return readable.stream()
                .sorted((a, b) -> Boolean.compare(open.contains(b), open.contains(a)))
                .flatMap(id -> incidents.nameable(id, person).stream())
                .map(one -> new Named(one.id(), one.key(), one.title()))
                .toList();
    }

    /** Audiences of answers that the reader may see. */
    public List<AudienceScope> audiences() {
        return Arrays.stream(AudienceScope.values())
                .filter(one -> find("", new Narrowed(null, null, one.name(), false), 1).total() > 0)
                .toList();
    }

    /** Products of entries that the reader may see, in order. */
    public List<String> products() {
        return index.products().stream()
                .filter(product ->
                        find("", new Narrowed(null, product, null, false), 1).total() > 0)
                .sorted()
                .toList();
    }

    /** Whether all entries are in the index; until then a search may miss some. */
    public boolean isComplete() {
        return index.isBuilt();
    }

    private static Set<String> audiences(Person person) {
        return Arrays.stream(AudienceScope.values())
                .filter(audience -> Answer.reaches(audience, person))
                .map(AudienceScope::name)
                .collect(Collectors.toSet());
    }
}
