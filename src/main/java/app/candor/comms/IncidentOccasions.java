package app.candor.comms;

import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.incident.Accounts;
import app.candor.incident.AffectedAccount;
import app.candor.incident.Fact;
import app.candor.incident.Facts;
import app.candor.incident.Incidents;
import app.candor.policy.Severity;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a draft needs of its incident. */
@Component
class IncidentOccasions implements Occasions {
    private final Incidents incidents;
    private final Facts facts;
    private final Accounts accounts;
    private final People people;

    IncidentOccasions(Incidents incidents, Facts facts, Accounts accounts, People people) {
        this.incidents = incidents;
        this.facts = facts;
        this.accounts = accounts;
        this.people = people;
    }

    @Override
    public Occasion of(@Nullable String id) {
        if (id == null) {
            return Occasion.none();
        }
        var incident = incidents.asSystem(id);
        return new Occasion(
                id,
                incident.key(),
                incident.title(),
                incident.severity(),
                incident.severityClass(),
                incident.guarded(),
                facts.asSystem(id).stream().flatMap(this::said).toList(),
                accounts.affectedAsSystem(id).stream().map(IncidentOccasions::recipient).toList());
    }

    @Override
    public Guarded guarded(@Nullable String id) {
        return id == null ? Guarded.open() : incidents.guarded(id);
    }

    @Override
    public @Nullable Severity severity(@Nullable String id) {
        return id == null ? null : incidents.asSystem(id).severity();
    }

    /** A fact somebody has spoken about, if only to say that nobody knows. */
    private Stream<PinnedFact> said(Fact fact) {
        Instant at = fact.at();
        if (at == null) {
            return Stream.empty();
        }
        return Stream.of(
                new PinnedFact(
                        fact.key(),
                        fact.label(),
                        fact.unknown() ? "" : fact.value(),
                        fact.unknown(),
                        at,
                        name(fact.confirmedBy()),
                        fact.source(),
                        fact.material(),
                        false));
    }

    private String name(@Nullable String person) {
        return person == null ? "" : people.find(person).map(Person::name).orElse("the portal");
    }

    private static Recipient recipient(AffectedAccount account) {
        return new Recipient(
                account.accountId(), account.name(), account.contactName(), account.contactEmail());
    }
}
