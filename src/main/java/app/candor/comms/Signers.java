package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.policy.GatePolicy.Gate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who could sign a gate: holds one of its roles, may see the text, and wrote none of it. */
@Component
class Signers {
    private final People people;
    private final Access access;

    Signers(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    List<Person> of(Gate gate, Guarded guarded, Set<String> writers) {
        return gate.roles().stream()
                .sorted()
                .flatMap(role -> people.holders(role).stream())
                .distinct()
                .filter(person -> access.may(person, Act.READ, guarded))
                .filter(person -> !writers.contains(person.id()))
                .toList();
    }
}
