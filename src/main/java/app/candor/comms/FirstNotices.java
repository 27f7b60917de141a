package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.incident.FactKey;
import app.candor.incident.Stage;
import app.candor.policy.Policies;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The desk of pre-approved wordings: written and signed through the high gates before anything
 * happens, then filled by an incident's ledger and sent at once. A changed word goes through the
 * gates like any other text.
 */
@Service
public class FirstNotices {
    private static final String TEMPLATE = "first-notice";

    private final DraftStore drafts;
    private final DraftTexts texts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Preapprovals preapprovals;
    private final Submissions submissions;
    private final Wording wordings;
    private final Release release;
    private final NoticeOffers offers;
    private final Policies policies;
    private final Access access;
    private final RefusedComms refused;
    private final Clock clock;

    FirstNotices(
            DraftStore drafts,
            DraftTexts texts,
            Revisions revisions,
            Occasions occasions,
            Preapprovals preapprovals,
            Submissions submissions,
            Wording wordings,
            Release release,
            NoticeOffers offers,
            Policies policies,
            Access access,
            RefusedComms refused,
            Clock clock) {
        this.drafts = drafts;
        this.texts = texts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.preapprovals = preapprovals;
        this.submissions = submissions;
        this.wordings = wordings;
        this.release = release;
        this.offers = offers;
        this.policies = policies;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Begins a wording from the words that its stage usually needs.
     *
     * @param kind a status update or a customer e-mail
     * @param until no incident may use it from then on; at most a year ahead
     * @throws Refused without the role, or for a kind, stage or time that cannot be
     */
    public Draft begin(DraftKind kind, Stage stage, Instant until) {
        return refused.recorded(
                "first-notices",
                null,
                Act.DRAFT,
                () -> {
                    var person = access.require(Act.DRAFT, Guarded.open());
                    if (kind != DraftKind.STATUS_UPDATE && kind != DraftKind.CUSTOMER_EMAIL) {
                        throw new Refused(
                                "Only status updates and customer e-mails are signed in advance.");
                    }
                    var standing = Standing.of(stage, until, now());
                    var draft = draft(kind, null, person, "", Set.of(), List.of(), standing, null);
                    texts.create(draft, beginning(stage), Occasion.none());
                    return drafts.insert(draft);
                });
    }

    /** All of them, oldest first. */
    public List<Draft> all() {
        access.require(Act.READ, Guarded.open());
        return drafts.standing();
    }

    /** Why no incident may use it now, in words; empty while it is in force. */
    public List<String> missing(Draft wording) {
        return preapprovals.missing(wording);
    }

    /** What a slot is called and may stand for, in the order of the ledger. */
    public static List<FactKey> slots() {
        return Slots.all();
    }

    /**
     * The wordings in force, those of the incident's stage first.
     *
     * @throws NotFound if there is no such incident for this person
     * @throws Refused unless they may release
     */
    public List<NoticeOffer> offers(String incident) {
        access.require(Act.RELEASE, occasions.guarded(incident));
        return offers.of(incident);
    }

    /** As {@link NoticeOffer#reading}, with these names in open slots. */
    public Reading filled(String incident, NoticeOffer offer, Map<FactKey, List<String>> names) {
        var person = access.require(Act.RELEASE, occasions.guarded(incident));
        var use = new NoticeUse(offer.wording().id(), chosen(names, person));
        return offers.reading(offer.wording(), occasions.of(incident).with(use));
    }

    /**
     * Sends a wording word by word as a notice of the incident.
     *
     * @param seen the signed revision that the person had before them
     * @param names for slots that the ledger has no value for
     * @throws TextMoved if the wording was signed anew meanwhile
     * @throws NotFound if there is no such incident for this person
     * @throws Refused without the role, if the wording is not in force, if a slot holds other than
     *     a ledger's time or a name of a list, or if anything else keeps a text from leaving
     */
    public Draft send(
            String incident, String wording, Seen seen, Map<FactKey, List<String>> names) {
        return refused.recorded(
                "incident:" + incident,
                incident,
                Act.RELEASE,
                () -> {
                    var person = access.require(Act.RELEASE, occasions.guarded(incident));
                    return send(incident, drafts.get(wording), seen, names, person);
                });
    }

    private Draft send(
            String incident,
            Draft wording,
            Seen seen,
            Map<FactKey, List<String>> names,
            Person person) {
        var missing = preapprovals.missing(wording);
        if (!missing.isEmpty()) {
            throw new Refused("This wording cannot be used. " + String.join(" ", missing));
        }
        var review = wording.requireReview();
        if (review.number() != seen.number() || !review.hash().equals(seen.hash())) {
            throw new TextMoved();
        }
        if (review.writers().contains(person.id())) {
            throw new Refused("Nobody releases a text they wrote. Somebody else has to.");
        }
        var use = new NoticeUse(wording.id(), chosen(names, person));
        var occasion = occasions.of(incident).with(use);
        offers.requireFilled(incident, wording, occasion);
        var signed = revisions.get(review.hash());
        var draft =
                draft(
                        wording.kind(),
                        incident,
                        person,
                        signed.subject(),
                        wording.bundle().subjectWriters(),
                        signed.attachments(),
                        null,
                        use);
        var document = Node.fromJson(Schema.candor(), signed.text().document());
        var minded = wordings.problems(draft, document);
        if (!minded.isEmpty()) {
            throw new Refused("Nothing was sent. " + String.join(" ", minded));
        }
        texts.create(draft, document, occasion);
        drafts.insert(draft);
        var submitted = submissions.submit(draft.id(), person).requireReview();
        return release.release(draft.id(), new Seen(submitted.number(), submitted.hash()), person);
    }

    private List<PinnedFact> chosen(Map<FactKey, List<String>> names, Person person) {
        return names.entrySet().stream()
                .filter(one -> Slots.takesNames(one.getKey()) && !one.getValue().isEmpty())
                .map(one ->
                        new PinnedFact(
                                one.getKey().key(),
                                one.getKey().label(),
                                String.join(", ", one.getValue()),
                                false,
                                now(),
                                person.name(),
                                "chosen from the list",
                                false,
                                false))
                .toList();
    }

    private Draft draft(
            DraftKind kind,
            @Nullable String incident,
            Person person,
            String subject,
            Set<String> subjectWriters,
            List<Attachment> files,
            @Nullable Standing standing,
            @Nullable NoticeUse use) {
        var id = DraftIds.next();
        return new Draft(
                id,
                kind,
                incident,
                null,
                "draft-" + id,
                new Bundle(
                        subject,
                        subjectWriters,
                        Audience.of(kind.usualAudience()),
                        kind.channel(),
                        files),
                SeverityClass.HIGH,
                person.id(),
                now(),
                Set.of(),
                0,
                List.of(),
                new DraftState.Editing(null),
                null,
                standing,
                use);
    }

    private Node beginning(Stage stage) {
        return LineMarkup.read(
                policies.templates()
                        .pick(TEMPLATE, "", stage.name(), false)
                        .map(template -> template.text())
                        .orElse(""));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
