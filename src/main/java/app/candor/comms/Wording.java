package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.policy.GatePolicy;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.voice.Finding;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The desk where words are judged, kept for a reason, and agreed to by a second person. */
@Service
public class Wording {
    private final AggregateStore<KeptWordings> store;
    private final DraftStore drafts;
    private final DraftTexts texts;
    private final DraftCircumstances circumstances;
    private final Occasions occasions;
    private final Policies policies;
    private final Access access;
    private final RefusedComms refused;
    private final Clock clock;

    Wording(
            AggregateStores stores,
            DraftStore drafts,
            DraftTexts texts,
            DraftCircumstances circumstances,
            Occasions occasions,
            Policies policies,
            Access access,
            RefusedComms refused,
            Clock clock) {
        this.store = stores.of("kept_wordings", KeptWordings.class);
        this.drafts = drafts;
        this.texts = texts;
        this.circumstances = circumstances;
        this.occasions = occasions;
        this.policies = policies;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * The text as it is stored now.
     *
     * @throws NotFound if there is no such draft for this person
     */
    public Judgement of(String id) {
        var draft = readable(id);
        return judge(draft, texts.current(draft).doc());
    }

    /**
     * A text as somebody has it before them, ahead of what is stored by some key presses.
     *
     * @param document JSON of the editor
     * @throws NotFound if there is no such draft for this person
     * @throws Refused if it is no document of ours
     */
    public Judgement of(String id, String document) {
        var draft = readable(id);
        try {
            return judge(draft, Schema.candor().readDocument(document));
        } catch (InvalidDocument notOurs) {
            throw new Refused("This text cannot be judged: " + notOurs.getMessage());
        }
    }

    /**
     * Keeps words for a reason; an error waits for a second person after that.
     *
     * @param key of the finding
     * @throws Refused for who may not write in it, without a reason, for a secret, or if the text
     *     has no such finding any more
     */
    public KeptWording keep(String id, String key, String reason) {
        return attempt(
                id,
                Act.READ,
                person -> {
                    var draft = drafts.get(id);
                    requireWriter(draft, person);
                    var finding =
                            of(id).report().findings().stream()
                                    .filter(one -> one.key().equals(key))
                                    .findFirst()
                                    .orElseThrow(() ->
                                            new Refused(
                                                    "The sentence changed meanwhile. Look at it"
                                                            + " again."));
                    open(draft);
                    return store.change(id, kept -> kept.ask(finding, reason, person.id(), now()))
                            .one(key);
                });
    }

    /**
     * Agrees as the second person.
     *
     * @throws Refused for writers of the text, and for who holds no role of the gate that answers
     *     for such words
     */
    public KeptWording agree(String id, String key) {
        return attempt(
                id,
                Act.AGREE_TO_WORDING,
                person -> {
                    var draft = drafts.get(id);
                    var roles = roles(draft, store.get(id).one(key));
                    if (roles.stream().noneMatch(person::has)) {
                        throw new Refused("To agree to this is for: " + named(roles) + ".");
                    }
                    return store.change(
                                    id,
                                    kept ->
                                            kept.agree(
                                                    key, person.id(), texts.writers(draft), now()))
                            .one(key);
                });
    }

    /**
     * The rule holds again; for writers and for who could agree.
     *
     * @throws Refused for others
     */
    public void drop(String id, String key) {
        attempt(
                id,
                Act.READ,
                person -> {
                    var draft = drafts.get(id);
                    if (!mayAgree(draft, store.get(id).one(key), person)) {
                        requireWriter(draft, person);
                    }
                    return store.change(id, kept -> kept.drop(key));
                });
    }

    /** Whether this person could be the second one. */
    public boolean mayAgree(Draft draft, KeptWording kept, Person person) {
        return kept.waits()
                && !kept.askedBy().equals(person.id())
                && access.may(person, Act.AGREE_TO_WORDING, occasions.guarded(draft.incident()))
                && !texts.writers(draft).contains(person.id())
                && roles(draft, kept).stream().anyMatch(person::has);
    }

    /** Who could agree, in words: {@code customer success lead or incident commander}. */
    public String holders(Draft draft, KeptWording kept) {
        return named(roles(draft, kept));
    }

    /** What keeps this text from being submitted, in words for the writer. */
    List<String> problems(Draft draft, Node document) {
        return judge(draft, document).blocking().stream().map(Wording::problem).distinct().toList();
    }

    /**
     * @throws Refused with all {@link #problems}
     */
    void requireClean(Draft draft, Node document) {
        var problems = problems(draft, document);
        if (!problems.isEmpty()) {
            throw new Refused(
                    "Not submitted; your text is kept. What holds it up: "
                            + String.join(" ", problems));
        }
    }

    /** The submitted draft with the optional gates that its words call in. */
    Change<Draft> calledIn(Change<Draft> submitted, Node document) {
        var draft = submitted.state();
        var review = draft.requireReview();
        var policy = policies.gates(review.policyVersion());
        var events = new ArrayList<>(submitted.events());
        for (var gate : judge(draft, document).report().calledGates()) {
            var optional = draft.requireReview().optionalGates(policy);
            if (optional.stream().anyMatch(one -> one.key().equals(gate))) {
                var called = draft.callIn(policy, gate);
                events.addAll(called.events());
                draft = called.state();
            }
        }
        return new Change<>(draft, events);
    }

    private static String problem(Finding finding) {
        return switch (finding.place()) {
            case WHOLE -> finding.title() + ". " + finding.better();
            case SUBJECT -> finding.title() + " in the subject: “" + finding.words() + "”.";
            case TEXT -> finding.title() + ": “" + finding.words() + "”.";
        };
    }

    private Judgement judge(Draft draft, Node document) {
        var report =
                policies.voice()
                        .check(circumstances.read(draft, document), circumstances.of(draft));
        var keys = report.findings().stream().map(Finding::key).collect(Collectors.toSet());
        var kept =
                store.find(draft.id()).map(KeptWordings::all).orElse(List.of()).stream()
                        .filter(one -> keys.contains(one.key()))
                        .toList();
        return new Judgement(report, kept);
    }

    private Set<Role> roles(Draft draft, KeptWording kept) {
        var policy = policies.gates(policies.active(PolicyKind.GATES).number());
        var gate = kept.category().gate();
        var roles = new HashSet<Role>();
        roles.add(Role.COMMANDER);
        policy.gates().getOrDefault(draft.highestClass(), List.of()).stream()
                .filter(one -> one.key().equals(gate))
                .map(GatePolicy.Gate::roles)
                .findFirst()
                .or(() ->
                        policy.gates().getOrDefault(SeverityClass.HIGH, List.of()).stream()
                                .filter(one -> one.key().equals(gate))
                                .map(GatePolicy.Gate::roles)
                                .findFirst())
                .ifPresent(roles::addAll);
        return roles;
    }

    private static String named(Set<Role> roles) {
        return roles.stream().map(Role::label).sorted().collect(Collectors.joining(" or "));
    }

    private Draft readable(String id) {
        var draft = drafts.get(id);
        access.require(Act.READ, occasions.guarded(draft.incident()));
        return draft;
    }

    private void requireWriter(Draft draft, Person person) {
        var writes =
                access.may(person, Act.DRAFT, occasions.guarded(draft.incident()))
                        || draft.invited().contains(person.id());
        if (!writes) {
            throw new Refused("Whoever writes this text decides what stays in it.");
        }
    }

    private void open(Draft draft) {
        if (store.find(draft.id()).isEmpty()) {
            try {
                store.insert(
                        draft.id(),
                        Change.of(new KeptWordings(draft.id(), draft.incident(), List.of())));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return;
            }
        }
    }

    private <R> R attempt(String id, Act act, java.util.function.Function<Person, R> attempt) {
        var incident = drafts.get(id).incident();
        return refused.recorded(
                "draft:" + id,
                incident,
                act,
                () -> attempt.apply(access.require(act, occasions.guarded(incident))));
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
