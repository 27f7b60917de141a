package app.candor.incident.review;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import app.candor.incident.RootCauses;
import app.candor.incident.Stage;
import app.candor.incident.StageChanged;
import app.candor.notify.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The desk where an incident is reviewed. Entering the review owes a duty that holds the incident
 * open; only filing the review does it.
 */
@Service
public class Reviews {
    /** The kind of duty that an action is. */
    public static final String ACTION = "action";

    private static final int LONGEST_ACTION = 200;
    private static final String LOCKED = "The review is filed. A commander can open it again.";

    private final AggregateStore<Review> store;
    private final Incidents incidents;
    private final RootCauses causes;
    private final Duties duties;
    private final Inbox inbox;
    private final Access access;
    private final People people;
    private final RefusedActs refused;
    private final Clock clock;

    Reviews(
            AggregateStores stores,
            Incidents incidents,
            RootCauses causes,
            Duties duties,
            Inbox inbox,
            Access access,
            People people,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("reviews", Review.class);
        this.incidents = incidents;
        this.causes = causes;
        this.duties = duties;
        this.inbox = inbox;
        this.access = access;
        this.people = people;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * As it stands; empty before anybody wrote.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public Review of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return asSystem(incidentId);
    }

    /** Actions that follow from a learning; the caller has asked to read. */
    public List<Duty> actions(Review.Learning learning) {
        return learning.actions().stream().flatMap(id -> duties.find(id).stream()).toList();
    }

    /**
     * Begins the text of the root cause, or finds the one there is. Words of the field that was
     * there before become its beginning.
     *
     * @throws Refused if the review is filed
     */
    public IncidentDocument writeRootCause(String incidentId) {
        return refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var person = access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    var review = asSystem(incidentId);
                    review.requireOpen();
                    return causes.begin(incidentId, person.id(), review.rootCause());
                });
    }

    /** What stands in the way of filing, in words; empty for nothing. */
    public List<String> missing(Review review) {
        return review.missing(cause(review.incidentId()));
    }

    public Review addLearning(String incidentId, String words) {
        var id = UUID.randomUUID().toString();
        return change(
                incidentId,
                Act.WRITE_DOCUMENT,
                (review, person) -> review.learnt(id, words, person.id(), clock.instant()));
    }

    /**
     * Owes an action that follows from a learning, and tells its owner.
     *
     * @param owner person id, who may read the incident
     * @param due in the future
     * @throws Refused without words, an owner or a time
     */
    public Review addAction(
            String incidentId,
            String learning,
            String title,
            @Nullable String owner,
            @Nullable Instant due) {
        var words = checked(title);
        if (owner == null || due == null) {
            throw new Refused("An action has somebody who does it and a day by which it is done.");
        }
        if (due.isBefore(clock.instant())) {
            throw new Refused("That day is over. Give one that can still be kept.");
        }
        var incident = incidents.asSystem(incidentId);
        var id = ACTION + ":" + UUID.randomUUID();
        var changed =
                change(
                        incidentId,
                        Act.WRITE_DOCUMENT,
                        (review, person) -> {
                            requireReader(incident, owner);
                            return review.action(learning, id);
                        });
        var link = incident.path() + "/review";
        duties.owe(
                new Duty(
                        id,
                        ACTION,
                        incidentId,
                        incident.guarded(),
                        words,
                        link,
                        owner,
                        null,
                        due,
                        false,
                        new Duty.State.Open()));
        if (!owner.equals(people.current().id())) {
            inbox.tell(id, List.of(owner), "An action from " + incident.key() + " is yours", link);
        }
        return changed;
    }

    /**
     * @throws Refused without a reason
     */
    public Review noAction(String incidentId, String learning, String because) {
        return change(
                incidentId,
                Act.WRITE_DOCUMENT,
                (review, person) -> review.noAction(learning, because));
    }

    /**
     * Puts it on file, which lets the incident close.
     *
     * @throws Refused before the review began, or while something is missing
     */
    public Review file(String incidentId) {
        var stage = incidents.asSystem(incidentId).stage();
        return change(
                incidentId,
                Act.CLOSE,
                (review, person) -> {
                    if (stage != Stage.REVIEW) {
                        throw new Refused(
                                "A review is filed while the incident is in review; it is "
                                        + stage.key()
                                        + ".");
                    }
                    return review.file(cause(incidentId), person.id(), clock.instant());
                });
    }

    /** Opens a filed one again; filing it is owed anew. */
    public Review reopen(String incidentId) {
        var changed = change(incidentId, Act.CLOSE, (review, person) -> review.reopen());
        owe(incidents.asSystem(incidentId));
        return changed;
    }

    Review asSystem(String incidentId) {
        return store.find(incidentId).orElseGet(() -> Review.empty(incidentId));
    }

    @EventListener
    void on(Told<StageChanged> told) {
        if (told.event().to() == Stage.REVIEW) {
            owe(incidents.asSystem(told.event().incidentId()));
        }
    }

    @EventListener
    void filed(Told<Review.ReviewChanged> told) {
        var review = asSystem(told.event().incidentId());
        var filed = review.filed();
        if (filed == null && told.event().what().equals(Review.OPENED_AGAIN)) {
            causes.unlock(review.incidentId(), "The review is open again.", told.actor());
        }
        if (filed != null) {
            causes.lock(review.incidentId(), LOCKED, filed.by());
            for (var filing = 0; filing < review.filings(); filing++) {
                duties.doneByItself(dutyId(review.incidentId(), filing));
            }
        }
    }

    private Review.Cause cause(String incidentId) {
        return causes.find(incidentId)
                .map(document -> Review.Cause.of(causes.completeness(document)))
                .orElse(Review.Cause.NOT_BEGUN);
    }

    private void owe(Incident incident) {
        var review = asSystem(incident.id());
        if (review.filed() != null || incident.stage() != Stage.REVIEW) {
            return;
        }
        var commander = incident.commander();
        duties.owe(
                new Duty(
                        dutyId(incident.id(), review.filings()),
                        Duty.REVIEW,
                        incident.id(),
                        incident.guarded(),
                        "File the review of " + incident.key(),
                        incident.path() + "/review",
                        commander,
                        commander == null ? Role.COMMANDER : null,
                        null,
                        true,
                        new Duty.State.Open()));
    }

    private static String dutyId(String incidentId, int filing) {
        return Duty.REVIEW + ":" + incidentId + ":" + filing;
    }

    private void requireReader(Incident incident, String owner) {
        var person = people.find(owner).orElseThrow(NotFound::new);
        if (!access.may(person, Act.READ, incident.guarded())) {
            throw new Refused(
                    person.name()
                            + " has no access to this incident. Grant it first, then give them the"
                            + " action.");
        }
    }

    private Review change(
            String incidentId, Act act, BiFunction<Review, Person, Change<Review>> transition) {
        return refused.recorded(
                incidentId,
                act,
                () -> {
                    var person = access.require(act, incidents.guarded(incidentId));
                    open(incidentId);
                    return store.change(incidentId, review -> transition.apply(review, person));
                });
    }

    private void open(String incidentId) {
        if (store.find(incidentId).isEmpty()) {
            try {
                store.insert(incidentId, Change.of(Review.empty(incidentId)));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return;
            }
        }
    }

    private static String checked(String title) {
        var words = title.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            throw new Refused("Write what has to be done.");
        }
        if (words.length() > LONGEST_ACTION) {
            throw new Refused("One line of at most " + LONGEST_ACTION + " characters, please.");
        }
        return words;
    }
}
