package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.Policies;
import app.candor.policy.RosterPolicy.Shift;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who could sign a gate: holds one of its roles, may see the text, and wrote none of it. Asked
 * first are those on duty; nobody is kept from signing by not being asked.
 */
@Component
class Signers {
    private final People people;
    private final Access access;
    private final Policies policies;
    private final Clock clock;

    Signers(People people, Access access, Policies policies, Clock clock) {
        this.people = people;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    /** Those on duty now by the roster; everybody who could sign where none of these is. */
    List<Person> asked(Gate gate, Guarded guarded, Set<String> writers) {
        var all = of(gate, guarded, writers);
        var onDuty = onDuty(gate).map(Shift::person).collect(Collectors.toSet());
        var asked = all.stream().filter(person -> onDuty.contains(person.id())).toList();
        return asked.isEmpty() ? all : asked;
    }

    /** Everybody who could sign, and the deputies of those on duty who could. */
    List<Person> withDeputies(Gate gate, Guarded guarded, Set<String> writers) {
        var deputies =
                onDuty(gate)
                        .map(Shift::deputy)
                        .filter(Objects::nonNull)
                        .flatMap(id -> people.find(id).stream())
                        .filter(person -> gate.roles().stream().anyMatch(person::has))
                        .filter(person -> access.may(person, Act.READ, guarded))
                        .filter(person -> !writers.contains(person.id()));
        return Stream.concat(of(gate, guarded, writers).stream(), deputies).distinct().toList();
    }

    private Stream<Shift> onDuty(Gate gate) {
        var roster = policies.roster();
        var now = clock.instant();
        return gate.roles().stream().flatMap(role -> roster.onDuty(role, now).stream());
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
