package app.candor.incident.ui;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.coedit.ui.MarginTools;
import app.candor.coedit.ui.VersionTools;
import app.candor.incident.Accounts;
import app.candor.incident.DocumentFiles;
import app.candor.incident.DocumentMentions;
import app.candor.incident.Documents;
import app.candor.incident.Fact;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentClocks;
import app.candor.incident.IncidentRole;
import app.candor.incident.Incidents;
import app.candor.incident.Membership;
import app.candor.incident.RoomSection;
import app.candor.incident.Timeline;
import app.candor.notify.LivePages;
import app.candor.notify.SharedReadings;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of one incident ask. */
@Component
record RoomDesk(
        Incidents incidents,
        Facts facts,
        Accounts accounts,
        Timeline timeline,
        IncidentClocks clocks,
        Documents documents,
        DocumentFiles files,
        DocumentMentions mentions,
        Policies policies,
        People people,
        Access access,
        LivePages pages,
        SharedReadings readings,
        MarginTools margin,
        VersionTools versions,
        List<RoomSection> sections,
        Gaps gaps,
        Membership membership,
        Clock clock) {

    RoomDesk {
        sections = sections.stream().sorted(Comparator.comparing(RoomSection::order)).toList();
    }

    /** Vacant roles, by the role set in force. */
    @Component
    record Gaps(Policies policies) {
        List<IncidentRole> of(Incident incident) {
            return incident.gaps(policies.roles().active());
        }
    }

    /**
     * The incident as it stands after its latest change.
     *
     * @throws NotFound if there is none for the current person
     */
    Incident latest(String id) {
        var latest = readings.of("incident:" + id, "itself", () -> incidents.asSystem(id));
        if (!access.may(Act.SEE_EXISTENCE, latest.guarded())) {
            throw new NotFound();
        }
        return latest;
    }

    /** Vacant roles of an incident that the current person may read. */
    List<IncidentRole> vacant(Incident incident) {
        return shared(incident, "vacant", gaps::of);
    }

    boolean may(Act act, Incident incident) {
        return access.may(act, incident.guarded());
    }

    /**
     * Read once for all open pages of the incident. The caller knows that the current person may
     * read it.
     *
     * @param read is given the incident as it stands, whatever the page that asks first still holds
     */
    <V> V shared(Incident incident, String what, Function<Incident, V> read) {
        var id = incident.id();
        return readings.of("incident:" + id, what, () -> read.apply(latest(id)));
    }

    /**
     * The facts as they stand.
     *
     * @throws NotFound if the current person may not read the incident
     */
    List<Fact> ledger(Incident incident) {
        access.require(Act.READ, incident.guarded());
        return shared(incident, "facts", now -> facts.ledger(now.id()));
    }

    Instant now() {
        return clock.instant();
    }

    Person me() {
        return people.current();
    }

    /** By id; whoever is not known any more is missing. */
    Map<String, Person> named(java.util.Collection<String> ids) {
        return people.byIds(ids);
    }

    /** Short name for a line; the portal itself by its name. */
    String nameOf(@Nullable String id) {
        if (id == null || id.equals("system")) {
            return "Candor";
        }
        return people.find(id).map(Person::shortName).orElse("Unknown person");
    }
}
