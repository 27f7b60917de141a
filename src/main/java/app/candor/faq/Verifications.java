package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.incident.Facts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The desk where answers are looked at again by their verifier. */
@Service
public class Verifications {
    private final Library library;
    private final Facts facts;
    private final Access access;
    private final People people;
    private final Clock clock;

    Verifications(Library library, Facts facts, Access access, People people, Clock clock) {
        this.library = library;
        this.facts = facts;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Says that the answer is still right; what expired, or was blocked by a fact that has its old
     * value again, may be given from now on.
     *
     * @throws Refused unless the current person verifies it, or while it shows a fact with another
     *     value than the ledger has
     */
    public Entry verify(String id) {
        var entry = requireReader(id);
        var incident = entry.incident();
        var wrong =
                incident == null
                        ? List.<app.candor.incident.Fact>of()
                        : Approvals.contradictions(entry, facts.asSystem(incident));
        if (!wrong.isEmpty()) {
            throw new Refused(
                    "It shows another value than the ledger for: "
                            + wrong.stream()
                                    .map(app.candor.incident.Fact::label)
                                    .collect(Collectors.joining(", "))
                            + ". Only a new answer can set that right.");
        }
        return library.change(
                id,
                latest ->
                        latest.verify(
                                people.current().id(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /**
     * Names who verifies the answer and how often.
     *
     * @param everyDays 1 to 730
     * @throws Refused unless the current person writes answers and the other may read this one
     */
    public Entry name(String id, String verifier, int everyDays) {
        var entry = library.requireWriter(id);
        var person = people.find(verifier).orElseThrow(NotFound::new);
        if (!candidates(entry).contains(person)) {
            throw new Refused(person.name() + " may not see this entry.");
        }
        return library.change(id, latest -> latest.verifiedBy(verifier, everyDays));
    }

    /** Who could verify it, by name. */
    public List<Person> candidates(Entry entry) {
        var whole = requireReader(entry.id());
        return people.all().stream()
                .filter(person -> !person.roles().isEmpty())
                .filter(person -> access.may(person, Act.READ, library.guarded(whole.incident())))
                .toList();
    }

    /** Whether the current person is to verify it. */
    public boolean isMine(Entry entry) {
        var verification = entry.verification();
        return verification != null && verification.verifier().equals(people.current().id());
    }

    private Entry requireReader(String id) {
        var entry = library.find(id).orElseThrow(NotFound::new);
        access.require(Act.READ, library.guarded(entry.incident()));
        return entry;
    }
}
