package app.candor.incident.customers;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.IncidentRole;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import app.candor.incident.RoleAssigned;
import app.candor.notify.Inbox;
import app.candor.policy.Policies;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/**
 * The desk for complaints about an incident. They go to its executive sponsor, who answers in time;
 * while it has none, to senior leadership.
 */
@Service
public class Complaints {
    private static final String KIND = "complaint";

    private final AggregateStore<Complaint> store;
    private final Incidents incidents;
    private final Duties duties;
    private final Inbox inbox;
    private final Policies policies;
    private final Access access;
    private final People people;
    private final RefusedActs refused;
    private final Clock clock;

    Complaints(
            AggregateStores stores,
            MongoTemplate mongo,
            Incidents incidents,
            Duties duties,
            Inbox inbox,
            Policies policies,
            Access access,
            People people,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("complaints", Complaint.class);
        this.incidents = incidents;
        this.duties = duties;
        this.inbox = inbox;
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.refused = refused;
        this.clock = clock;
        mongo.indexOps("complaints")
                .createIndex(new Index().on("state.incidentId", Sort.Direction.ASC));
    }

    /**
     * Newest first.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<Complaint> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return ofAsSystem(incidentId);
    }

    /** As {@link #of} without asking who reads: for clocks. */
    public List<Complaint> ofAsSystem(String incidentId) {
        return store.where(
                Filters.eq("state.incidentId", incidentId), Sorts.descending("state.loggedAt"), 0);
    }

    /** How many wait for an answer. The caller asks for access. */
    public long unanswered(String incidentId) {
        return store.count(
                Filters.and(
                        Filters.eq("state.incidentId", incidentId),
                        Filters.eq("state.answer", null)));
    }

    /**
     * @param customer who complains
     * @throws Refused without words
     */
    public Complaint log(String incidentId, String customer, String what) {
        return refused.recorded(
                incidentId,
                Act.LOG_COMPLAINT,
                () -> {
                    var person = access.require(Act.LOG_COMPLAINT, incidents.guarded(incidentId));
                    var now = clock.instant();
                    var id = UUID.randomUUID().toString();
                    return store.insert(
                            id,
                            Complaint.log(
                                    id,
                                    incidentId,
                                    customer,
                                    what,
                                    person.id(),
                                    now,
                                    now.plus(
                                            Duration.ofMinutes(
                                                    policies.roles().complaintMinutes()))));
                });
    }

    /**
     * @param words what the customer was told
     * @throws Refused unless by the sponsor, or by senior leadership, or if it is answered already
     */
    public Complaint answer(String id, String words) {
        var complaint = store.get(id);
        return refused.recorded(
                complaint.incidentId(),
                Act.READ,
                () -> {
                    var person =
                            access.require(Act.READ, incidents.guarded(complaint.incidentId()));
                    requireSponsor(complaint, person);
                    return store.change(
                            id, one -> one.answered(words, person.id(), clock.instant()));
                });
    }

    /** Whether the person is who has to answer. */
    public boolean mayAnswer(Complaint complaint, Person person) {
        var owner =
                duties.find(dutyId(complaint))
                        .map(duty -> java.util.Objects.requireNonNullElse(duty.owner(), ""))
                        .orElse("");
        return person.has(Role.LEADERSHIP) || owner.equals(person.id());
    }

    @EventListener
    void on(Told<Complaint.ComplaintChanged> told) {
        var complaint = store.get(told.event().complaint());
        if (complaint.answer() != null) {
            duties.doneByItself(dutyId(complaint));
            return;
        }
        var incident = incidents.asSystem(complaint.incidentId());
        var sponsor = incident.roles().get(IncidentRole.EXECUTIVE_SPONSOR);
        var link = incident.path() + "/complaints";
        duties.owe(
                new Duty(
                        dutyId(complaint),
                        KIND,
                        incident.id(),
                        incident.guarded(),
                        "Answer a complaint about " + incident.key(),
                        link,
                        sponsor,
                        sponsor == null ? Role.LEADERSHIP : null,
                        complaint.due(),
                        true,
                        new Duty.State.Open()));
        var recipients =
                sponsor != null
                        ? List.of(sponsor)
                        : people.holders(Role.LEADERSHIP).stream()
                                .filter(one -> access.may(one, Act.READ, incident.guarded()))
                                .map(Person::id)
                                .toList();
        inbox.tell(
                told.id(),
                recipients,
                "A customer complains about " + incident.key() + ": it goes to you",
                link);
    }

    /** A sponsor takes over what waited for one. */
    @EventListener
    void assigned(Told<RoleAssigned> told) {
        var person = told.event().person();
        if (told.event().role() != IncidentRole.EXECUTIVE_SPONSOR || person == null) {
            return;
        }
        for (var complaint : ofAsSystem(told.event().incidentId())) {
            if (complaint.answer() == null) {
                duties.passTo(dutyId(complaint), person);
            }
        }
    }

    private void requireSponsor(Complaint complaint, Person person) {
        if (!mayAnswer(complaint, person)) {
            throw new Refused(
                    "A complaint is answered by the executive sponsor of the incident, or by senior"
                            + " leadership.");
        }
    }

    private static String dutyId(Complaint complaint) {
        return KIND + ":" + complaint.id();
    }
}
