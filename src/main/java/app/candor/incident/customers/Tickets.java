package app.candor.incident.customers;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/**
 * The desk for customers' tickets. Everybody who asked in one is owed two answers: that it is
 * handled as critical, and that it is resolved.
 */
@Service
public class Tickets {
    private final AggregateStore<Ticket> store;
    private final Incidents incidents;
    private final Duties duties;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Tickets(
            AggregateStores stores,
            MongoTemplate mongo,
            Incidents incidents,
            Duties duties,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("tickets", Ticket.class);
        this.incidents = incidents;
        this.duties = duties;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
        mongo.indexOps("tickets")
                .createIndex(new Index().on("state.incidentId", Sort.Direction.ASC));
    }

    /** What everybody who asked is owed. */
    public enum Answer {
        CRITICAL("handled as critical", "requestor-critical"),
        RESOLVED("resolved", "requestor-resolved");

        private final String phrase;
        private final String kind;

        Answer(String phrase, String kind) {
            this.phrase = phrase;
            this.kind = kind;
        }

        public String phrase() {
            return phrase;
        }

        String kind() {
            return kind;
        }

        String duty(Ticket ticket, Ticket.Requestor requestor) {
            return kind + ":" + UUID.nameUUIDFromBytes(bytes(ticket)) + ":" + requestor.id();
        }

        /** References are the customer's words; ids stay free of them. */
        private static byte[] bytes(Ticket ticket) {
            return ticket.id().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /**
     * Oldest first, merged ones included.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<Ticket> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return ofAsSystem(incidentId);
    }

    /** How many there are. The caller asks for access. */
    public long count(String incidentId) {
        return store.count(Filters.eq("state.incidentId", incidentId));
    }

    /** What a requestor is owed; null before it was owed. */
    public @Nullable Duty duty(Ticket ticket, Ticket.Requestor requestor, Answer answer) {
        access.require(Act.READ, incidents.guarded(ticket.incidentId()));
        return duties.find(answer.duty(ticket, requestor)).orElse(null);
    }

    /**
     * Links a ticket with the person who asked; who links it again adds a person.
     *
     * @param reference the ticket's number
     * @param url http or https; null for none
     * @param contact address or number of the person; empty if the ticket system knows it
     * @throws Refused without a number, a customer or a person, or once the incident is over
     */
    public Ticket link(
            String incidentId,
            String reference,
            @Nullable String url,
            String customer,
            String requestor,
            String contact) {
        return asking(
                incidentId,
                person -> {
                    var incident = incidents.asSystem(incidentId);
                    if (incident.stage().isOver()) {
                        throw new Refused(incident.key() + " is over. Reopen it to link a ticket.");
                    }
                    var asked =
                            new Ticket.Requestor(UUID.randomUUID().toString(), requestor, contact);
                    var first =
                            Ticket.link(
                                    incidentId,
                                    reference,
                                    address(url),
                                    customer,
                                    asked,
                                    person,
                                    clock.instant());
                    try {
                        return store.insert(first.state().id(), first);
                    } catch (DuplicateKeyException linkedAlready) {
                        return store.change(
                                first.state().id(), ticket -> ticket.alsoAskedBy(asked));
                    }
                });
    }

    /**
     * Makes a ticket part of another of the same incident; everybody who asked in either stays
     * owed.
     */
    public Ticket merge(String id, String into) {
        var incidentId = store.get(id).incidentId();
        return asking(
                incidentId,
                person -> {
                    var other = store.get(into);
                    if (!other.incidentId().equals(incidentId)) {
                        throw new NotFound();
                    }
                    return store.change(id, ticket -> ticket.mergeInto(other));
                });
    }

    /**
     * Records that a person was told.
     *
     * @throws Refused if "resolved" is not true yet, or the duty belongs to somebody else
     */
    public void answered(String id, String requestor, Answer answer) {
        var ticket = store.get(id);
        refused.recorded(
                ticket.incidentId(),
                Act.TELL_ACCOUNTS,
                () -> {
                    var guarded = incidents.guarded(ticket.incidentId());
                    access.require(Act.TELL_ACCOUNTS, guarded);
                    var incident = incidents.asSystem(ticket.incidentId());
                    if (answer == Answer.RESOLVED && !incident.stage().isBehind()) {
                        throw new Refused(
                                incident.key()
                                        + " is "
                                        + incident.stage().key()
                                        + ". Nobody can have been told that it is resolved.");
                    }
                    var duty = answer.duty(ticket, ticket.requestor(requestor));
                    duties.doneByItself(duty);
                    return duty;
                });
    }

    /** All tickets of one incident belong to the other, with what is owed to their people. */
    void move(String from, String to) {
        for (var ticket : ofAsSystem(from)) {
            store.change(ticket.id(), one -> one.moveTo(to));
        }
    }

    List<Ticket> ofAsSystem(String incidentId) {
        return store.where(
                Filters.eq("state.incidentId", incidentId), Sorts.ascending("state.linkedAt"), 0);
    }

    Ticket asSystem(String id) {
        return store.get(id);
    }

    private Ticket asking(String incidentId, Function<String, Ticket> act) {
        return refused.recorded(
                incidentId,
                Act.LINK_TICKET,
                () ->
                        act.apply(
                                access.require(Act.LINK_TICKET, incidents.guarded(incidentId))
                                        .id()));
    }

    private static @Nullable String address(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return null;
        }
        return app.candor.incident.record.WebAddress.checked(url);
    }
}
