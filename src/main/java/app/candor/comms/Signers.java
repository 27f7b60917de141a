package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.incident.IncidentTeams;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.Policies;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final IncidentTeams teams;
    private final Clock clock;

    Signers(People people, Access access, Policies policies, IncidentTeams teams, Clock clock) {
        this.people = people;
        this.access = access;
        this.policies = policies;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * Those on duty now by the roster, for the teams of the incident first; everybody who could
     * sign where none of these is.
     *
     * @param incident id of the draft's incident; null for none
     */
    List<Person> asked(Gate gate, @Nullable String incident, Guarded guarded, Set<String> writers) {
        var all = of(gate, guarded, writers);
        var able = all.stream().map(Person::id).collect(Collectors.toSet());
        var asked = onRoster(gate, incident, able);
        return asked.isEmpty()
                ? all
                : all.stream().filter(person -> asked.contains(person.id())).toList();
    }

    private Set<String> onRoster(Gate gate, @Nullable String incident, Set<String> able) {
        var roster = policies.roster();
        var now = clock.instant();
        var concerned = teams(incident);
        return gate.roles().stream()
                .flatMap(role -> roster.asked(role, now, concerned, able::contains).stream())
                .collect(Collectors.toSet());
    }

    /** Everybody who could sign, and the deputies of those on duty who could. */
    List<Person> withDeputies(
            Gate gate, @Nullable String incident, Guarded guarded, Set<String> writers) {
        var roster = policies.roster();
        var now = clock.instant();
        var concerned = teams(incident);
        var deputies =
                gate.roles().stream()
                        .flatMap(role -> roster.deputies(role, now, concerned).stream())
                        .flatMap(id -> people.find(id).stream())
                        .filter(person -> gate.roles().stream().anyMatch(person::has))
                        .filter(person -> access.may(person, Act.READ, guarded))
                        .filter(person -> !writers.contains(person.id()));
        return Stream.concat(of(gate, guarded, writers).stream(), deputies).distinct().toList();
    }

    private Set<String> teams(@Nullable String incident) {
        return incident == null ? Set.of() : teams.of(incident);
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
