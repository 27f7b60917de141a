package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.StepUp;
import app.candor.access.StepUpNeeded;
import app.candor.policy.GatePolicy;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.Policies;
import app.candor.policy.SeverityClass;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The desk where a released text is sent on to further accounts: the same revision, proposed by one
 * person and signed by another who holds authority.
 */
@Service
public class Extensions {
    private final ExtensionStore store;
    private final DraftStore drafts;
    private final DraftTexts texts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Policies policies;
    private final Access access;
    private final People people;
    private final StepUp stepUp;
    private final Evidence evidence;
    private final RefusedComms refused;
    private final Clock clock;

    Extensions(
            ExtensionStore store,
            DraftStore drafts,
            DraftTexts texts,
            Revisions revisions,
            Occasions occasions,
            Policies policies,
            Access access,
            People people,
            StepUp stepUp,
            Evidence evidence,
            RefusedComms refused,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.texts = texts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.stepUp = stepUp;
        this.evidence = evidence;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Affected accounts that neither got the text nor wait for it.
     *
     * @throws Refused unless it was released to accounts
     */
    public List<Recipient> candidates(String draftId) {
        var draft = readable(draftId);
        var taken = new HashSet<>(revision(draft).audience().recipients());
        store.of(draftId).stream()
                .filter(one -> one.declined() == null)
                .forEach(one -> taken.addAll(one.recipients()));
        return occasions.of(draft.incident()).affected().stream()
                .filter(to -> !taken.contains(to))
                .sorted()
                .toList();
    }

    /**
     * Proposes further accounts.
     *
     * @param accounts ids of affected accounts that did not get it yet
     * @throws Refused without the role, a reason or an account, or unless it was released to
     *     accounts
     */
    public AudienceExtension propose(String draftId, Collection<String> accounts, String reason) {
        return recorded(
                draftId,
                Act.PROPOSE_COMMS,
                () -> {
                    var draft = readable(draftId);
                    var person =
                            access.require(Act.PROPOSE_COMMS, occasions.guarded(draft.incident()));
                    var chosen =
                            candidates(draftId).stream()
                                    .filter(to -> accounts.contains(to.account()))
                                    .toList();
                    if (chosen.isEmpty()) {
                        throw new Refused("Choose at least one account that did not get it yet.");
                    }
                    if (reason.isBlank()) {
                        throw new Refused("Say why these accounts get it now.");
                    }
                    addressed(chosen);
                    var revision = revision(draft);
                    return store.insert(
                            new AudienceExtension(
                                    DraftIds.next(),
                                    draftId,
                                    draft.incident(),
                                    revision.hash(),
                                    revision.number(),
                                    chosen,
                                    reason.strip(),
                                    person.id(),
                                    person.name(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                    null,
                                    null));
                });
    }

    /**
     * Lets it go to them: signs in the name of the current person, who holds authority, wrote
     * nothing of the text and did not propose this.
     *
     * @throws StepUpNeeded if the class asks for a fresh login that covers {@link
     *     AudienceExtension#hash}
     * @throws Refused if the rules do not let them
     */
    public AudienceExtension sign(String id) {
        var asked = store.get(id);
        return recorded(
                asked.draft(),
                Act.SIGN,
                () -> {
                    var draft = readable(asked.draft());
                    var signer = access.require(Act.SIGN, occasions.guarded(draft.incident()));
                    var gate =
                            gate(draft, asked, signer)
                                    .orElseThrow(() -> new Refused(refusal(draft)));
                    var login = login(draft, asked);
                    return store.change(
                            id,
                            latest -> latest.sign(signature(draft, latest, gate, signer, login)));
                });
    }

    /**
     * Takes a proposal back.
     *
     * @throws Refused unless it waits, or without the role
     */
    public AudienceExtension decline(String id) {
        var asked = store.get(id);
        return recorded(
                asked.draft(),
                Act.PROPOSE_COMMS,
                () -> {
                    var draft = readable(asked.draft());
                    access.require(Act.PROPOSE_COMMS, occasions.guarded(draft.incident()));
                    return store.change(id, one -> one.decline(clock.instant()));
                });
    }

    /** All of a draft that was released, oldest first. */
    public List<AudienceExtension> of(Draft draft) {
        access.require(Act.READ, occasions.guarded(draft.incident()));
        return store.of(draft.id());
    }

    /** Whether the current person could sign it. */
    public boolean maySign(Draft draft, AudienceExtension asked) {
        return asked.waits() && gate(draft, asked, people.current()).isPresent();
    }

    /** Whether the signature needs a fresh login. */
    public boolean needsLogin(Draft draft, AudienceExtension asked) {
        return draft.highestClass() == SeverityClass.HIGH
                && stepUp.evidence(asked.hash(), freshness(draft)).isEmpty();
    }

    /** Starts one that covers this extension; where to send the browser. */
    public String beginLogin(AudienceExtension asked, String returnTo) {
        return stepUp.begin(returnTo, Set.of(asked.hash()));
    }

    /** Everybody who could sign it now. */
    List<Person> signers(Draft draft, AudienceExtension asked) {
        var guarded = occasions.guarded(draft.incident());
        return people.all().stream()
                .filter(person -> access.may(person, Act.SIGN, guarded))
                .filter(person -> gate(draft, asked, person).isPresent())
                .toList();
    }

    private Optional<Gate> gate(Draft draft, AudienceExtension asked, Person person) {
        if (person.id().equals(asked.proposedBy()) || texts.writers(draft).contains(person.id())) {
            return Optional.empty();
        }
        return authority(gates(draft)).stream()
                .filter(gate -> gate.roles().stream().anyMatch(person::has))
                .findFirst();
    }

    /** The gates of authority; the low class has none of its own and takes those of the high. */
    private static List<Gate> authority(GatePolicy policy) {
        return policy.gates().getOrDefault(SeverityClass.HIGH, List.of()).stream()
                .filter(gate -> gate.key().startsWith("authority"))
                .toList();
    }

    private String refusal(Draft draft) {
        var holders =
                authority(gates(draft)).stream()
                        .map(Review::holders)
                        .distinct()
                        .collect(java.util.stream.Collectors.joining(" or "));
        return "This needs the signature of "
                + holders
                + ", who neither proposed it nor wrote the text.";
    }

    private Signature signature(
            Draft draft,
            AudienceExtension asked,
            Gate gate,
            Person signer,
            @Nullable FreshLogin login) {
        return new Signature(
                gate.key(),
                gate.title(),
                "This text may go to %s".formatted(asked.label()),
                signer.id(),
                signer.name(),
                signer.title(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                login == null ? null : login.at(),
                asked.number(),
                asked.hash(),
                gone(draft).policyVersion(),
                login == null ? null : login.evidence());
    }

    private @Nullable FreshLogin login(Draft draft, AudienceExtension asked) {
        return draft.highestClass() == SeverityClass.HIGH
                ? evidence.keep(stepUp.require(asked.hash(), freshness(draft)))
                : null;
    }

    private Duration freshness(Draft draft) {
        return Duration.ofMinutes(gates(draft).freshLoginMinutes());
    }

    private GatePolicy gates(Draft draft) {
        return policies.gates(gone(draft).policyVersion());
    }

    private Revision revision(Draft draft) {
        var revision = revisions.get(gone(draft).hash());
        if (!revision.audience().scope().byAccount()) {
            throw new Refused(
                    "It went to "
                            + revision.audience().label()
                            + "; there are no further accounts.");
        }
        return revision;
    }

    private static void addressed(List<Recipient> chosen) {
        var silent =
                chosen.stream().filter(to -> to.email().isBlank()).map(Recipient::name).toList();
        if (!silent.isEmpty()) {
            throw new Refused("No address for: " + String.join(", ", silent) + ".");
        }
    }

    private static DraftState.Released gone(Draft draft) {
        if (draft.state() instanceof DraftState.Released gone) {
            return gone;
        }
        throw new Refused("It was not released yet. Change its audience in the draft.");
    }

    private Draft readable(String id) {
        var draft = drafts.get(id);
        access.require(Act.READ, occasions.guarded(draft.incident()));
        return draft;
    }

    private <R> R recorded(String draft, Act act, Supplier<R> attempt) {
        return refused.recorded("draft:" + draft, drafts.get(draft).incident(), act, attempt);
    }
}
