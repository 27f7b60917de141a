package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.policy.GatePolicy;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The desk where drafts are begun, their bundle changed and looked at. Signing is the matter of
 * {@link Signing}, locking and submitting that of {@link Submissions}.
 */
@Service
public class Drafts {
    private final DraftStore store;
    private final Revisions revisions;
    private final Occasions occasions;
    private final DraftTexts texts;
    private final Audiences audiences;
    private final Access access;
    private final People people;
    private final Policies policies;
    private final RefusedComms refused;
    private final Release release;
    private final Clock clock;

    Drafts(
            DraftStore store,
            Revisions revisions,
            Occasions occasions,
            DraftTexts texts,
            Audiences audiences,
            Access access,
            People people,
            Policies policies,
            RefusedComms refused,
            Release release,
            Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.occasions = occasions;
        this.texts = texts;
        this.audiences = audiences;
        this.access = access;
        this.people = people;
        this.policies = policies;
        this.refused = refused;
        this.release = release;
        this.clock = clock;
    }

    /**
     * Begins a draft with its text.
     *
     * @throws NotFound if there is no such incident for this person
     * @throws Refused if they may not draft
     */
    public Draft begin(NewDraft begun) {
        var incident = begun.incident();
        return refused.recorded(
                "incident:" + (incident == null ? "none" : incident),
                incident,
                Act.DRAFT,
                () -> {
                    var person = access.require(Act.DRAFT, occasions.guarded(incident));
                    var occasion = occasions.of(incident);
                    var id = DraftIds.next();
                    var draft =
                            new Draft(
                                    id,
                                    begun.kind(),
                                    incident,
                                    begun.owner(),
                                    "draft-" + id,
                                    new Bundle(
                                            begun.subject().strip(),
                                            Set.of(),
                                            begun.audience(),
                                            begun.kind().channel(),
                                            List.of()),
                                    begun.atLeast().worse(occasion.severityClass()),
                                    person.id(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                    Set.of(),
                                    0,
                                    List.of(),
                                    new DraftState.Editing(null),
                                    begun.corrects(),
                                    null,
                                    null);
                    texts.create(draft, begun.initial(), occasion);
                    return store.insert(draft);
                });
    }

    /**
     * @throws NotFound if there is none for this person
     */
    public Draft get(String id) {
        var draft = store.get(id);
        access.require(Act.READ, occasions.guarded(draft.incident()));
        return draft;
    }

    /** Oldest first. */
    public List<Draft> ofIncident(String incident) {
        access.require(Act.READ, occasions.guarded(incident));
        return store.ofIncident(incident);
    }

    /** Those that belong to something of another module, such as a FAQ entry; oldest first. */
    public List<Draft> ofOwner(String owner) {
        return store.ofOwner(owner).stream()
                .filter(draft -> access.may(Act.READ, occasions.guarded(draft.incident())))
                .toList();
    }

    /**
     * Of all incidents the reader may see, newest first.
     *
     * @param limit at most this many are looked through
     */
    public List<Draft> latest(int limit) {
        return store.latest(limit).stream()
                .filter(draft -> access.may(Act.READ, occasions.guarded(draft.incident())))
                .toList();
    }

    /** Whether the person who asks may do the act to this draft. */
    public boolean may(Act act, Draft draft) {
        return access.may(act, occasions.guarded(draft.incident()));
    }

    /** Whether the person who asks may type into its text while it is open. */
    public boolean mayWrite(Draft draft) {
        return may(Act.DRAFT, draft)
                || may(Act.READ, draft) && draft.invited().contains(people.current().id());
    }

    /**
     * @throws Refused unless it is being edited, and the subject one line of 1 to 200 characters
     */
    public Draft changeSubject(String id, String subject) {
        return change(
                id,
                Act.DRAFT,
                person -> store.change(id, draft -> draft.changeSubject(subject, person.id())));
    }

    /**
     * @throws Refused unless it is being edited
     */
    public Draft changeAudience(String id, Audience audience) {
        return change(
                id,
                Act.PROPOSE_COMMS,
                person -> store.change(id, draft -> draft.changeAudience(audience)));
    }

    /**
     * Lets somebody else type into the text. They may not sign it once they did.
     *
     * @throws NotFound if there is no such person, or they may not see the incident
     */
    public Draft invite(String id, String writer) {
        return change(
                id,
                Act.DRAFT,
                person -> {
                    var invited = people.find(writer).orElseThrow(NotFound::new);
                    var guarded = occasions.guarded(store.get(id).incident());
                    if (!access.may(invited, Act.READ, guarded)) {
                        throw new Refused(invited.name() + " may not see this incident.");
                    }
                    return store.change(id, draft -> draft.invite(writer));
                });
    }

    /**
     * Lets the revision leave. The one choke point: see {@link Release}.
     *
     * @throws TextMoved if another revision is in review than the releaser saw
     * @throws Refused if anything is missing
     */
    public Draft release(String id, Seen seen) {
        return change(id, Act.RELEASE, person -> release.release(id, seen, person));
    }

    /** The audience as it would be resolved now. */
    public ResolvedAudience audience(Draft draft) {
        access.require(Act.READ, occasions.guarded(draft.incident()));
        return audiences.resolve(draft, occasions.of(draft.incident()));
    }

    /** The gates that apply to it: those bound at submit, else those in force now. */
    public GatePolicy gates(Draft draft) {
        return policies.gates(policyVersion(draft));
    }

    /** Version of the policy behind {@link #gates}. */
    public int policyVersion(Draft draft) {
        return switch (draft.state()) {
            case DraftState.InReview(var review) -> review.policyVersion();
            case DraftState.Released gone -> gone.policyVersion();
            case DraftState.Editing open -> policies.active(PolicyKind.GATES).number();
        };
    }

    /** Ids of everybody with an edit in it, the latest included. */
    public Set<String> writers(Draft draft) {
        return texts.writers(draft);
    }

    private Draft change(String id, Act act, java.util.function.Function<Person, Draft> attempt) {
        var draft = store.get(id);
        return refused.recorded(
                "draft:" + id,
                draft.incident(),
                act,
                () -> attempt.apply(access.require(act, occasions.guarded(draft.incident()))));
    }
}
