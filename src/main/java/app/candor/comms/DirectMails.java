package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.delivery.Outbox;
import app.candor.incident.Incidents;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The desk where CS Ops have the portal mail a released text to the contacts of its accounts, one
 * message each, and stop it. The writer does not send.
 */
@Service
public class DirectMails {
    private final AggregateStore<Mailing> store;
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Withholdings withholdings;
    private final Incidents incidents;
    private final DraftTexts texts;
    private final Outbox outbox;
    private final Access access;
    private final RefusedComms refused;
    private final Clock clock;

    DirectMails(
            AggregateStores stores,
            DraftStore drafts,
            Revisions revisions,
            Occasions occasions,
            Withholdings withholdings,
            Incidents incidents,
            DraftTexts texts,
            Outbox outbox,
            Access access,
            RefusedComms refused,
            Clock clock) {
        this.store = stores.of("mailings", Mailing.class);
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.withholdings = withholdings;
        this.incidents = incidents;
        this.texts = texts;
        this.outbox = outbox;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Begins to mail every contact of the released revision.
     *
     * @throws Refused without the role, for a writer, unless it was released to accounts, while it
     *     is withheld, without a mail server, or if it was begun before
     */
    public Mailing begin(String id) {
        return attempt(
                id,
                person -> {
                    var draft = drafts.get(id);
                    if (!(draft.state() instanceof DraftState.Released gone)) {
                        throw new Refused("It was not released yet; nothing unsigned leaves.");
                    }
                    var revision = revisions.get(gone.hash());
                    if (!revision.audience().scope().byAccount()) {
                        throw new Refused("It names no accounts that could be mailed.");
                    }
                    if (texts.writers(draft).contains(person.id())) {
                        throw new Refused("Nobody sends a text they wrote. Somebody else has to.");
                    }
                    if (withholdings.of(id).filter(Withholding::holds).isPresent()) {
                        throw new Refused(
                                "It is withheld until a customer asks. Give it out first.");
                    }
                    if (!outbox.canSend()) {
                        throw new Refused(
                                "No mail server is configured. Send it from the package.");
                    }
                    var incident = draft.incident();
                    var mailing =
                            Mailing.begun(
                                    id,
                                    incident,
                                    gone.hash(),
                                    revision.audience().recipients().size(),
                                    incident != null
                                            && incidents.asSystem(incident).stage().isBehind(),
                                    person.id(),
                                    person.name(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    try {
                        return store.insert(
                                id,
                                Change.of(
                                        mailing,
                                        new Mailing.Changed(
                                                id, incident, "mailing begun", mailing.total())));
                    } catch (DuplicateKeyException begunBefore) {
                        throw new Refused(
                                store.get(id).byName() + " began this already. It goes out once.");
                    }
                });
    }

    /**
     * Stops everything that has not left, or lets it go on.
     *
     * @throws NotFound if nothing was begun
     * @throws Refused without the role, or once everything left
     */
    public Mailing pause(String id, boolean stop) {
        return attempt(
                id,
                person -> {
                    var now = store.change(id, mailing -> mailing.paused(stop));
                    outbox.hold(now.prefix(), stop);
                    return now;
                });
    }

    /** Of a draft that the caller was allowed to read. */
    public Optional<Mailing> of(Draft draft) {
        access.require(Act.READ, occasions.guarded(draft.incident()));
        return store.find(draft.id());
    }

    /** Whether there is a mail server at all. */
    public boolean canSend() {
        return outbox.canSend();
    }

    /** Whether the current person could begin or stop it. */
    public boolean may(Draft draft) {
        return access.may(Act.MAIL_ACCOUNTS, occasions.guarded(draft.incident()));
    }

    List<Mailing> open() {
        return store.where(Filters.eq("state.open", true), null, 0);
    }

    Optional<Mailing> find(String id) {
        return store.find(id);
    }

    Mailing change(String id, Function<Mailing, Change<Mailing>> transition) {
        return store.change(id, transition);
    }

    private Mailing attempt(String id, Function<Person, Mailing> attempt) {
        var incident = drafts.get(id).incident();
        return refused.recorded(
                "draft:" + id,
                incident,
                Act.MAIL_ACCOUNTS,
                () ->
                        attempt.apply(
                                access.require(Act.MAIL_ACCOUNTS, occasions.guarded(incident))));
    }
}
