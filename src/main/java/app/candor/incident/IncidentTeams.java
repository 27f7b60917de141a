package app.candor.incident;

import app.candor.policy.Policies;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which teams an incident concerns: those that look after a component or an integration that the
 * ledger names. Nobody has to choose a team in a hurry, and it moves as the ledger does.
 */
@Component
public class IncidentTeams {
    private static final Set<String> NAMING =
            Set.of(FactKey.COMPONENTS.key(), FactKey.INTEGRATIONS.key());

    private final Facts facts;
    private final Policies policies;

    IncidentTeams(Facts facts, Policies policies) {
        this.facts = facts;
        this.policies = policies;
    }

    /** Ids of the teams; empty while the ledger names none of their parts. Asks for no rights. */
    public Set<String> of(String incidentId) {
        var roster = policies.roster();
        if (roster.teams().isEmpty()) {
            return Set.of();
        }
        return roster.responsibleFor(
                facts.asSystem(incidentId).stream()
                        .filter(fact -> NAMING.contains(fact.key()) && !fact.unknown())
                        .map(Fact::value)
                        .collect(Collectors.joining("\n")));
    }
}
