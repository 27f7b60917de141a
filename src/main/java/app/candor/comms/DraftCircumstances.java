package app.candor.comms;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.Stage;
import app.candor.prosemirror.AtomWords;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.voice.Circumstances;
import app.candor.voice.LedgerFact;
import app.candor.voice.Manuscript;
import app.candor.voice.Matter;
import app.candor.voice.Phase;
import app.candor.voice.Sibling;
import app.candor.voice.TextKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the rules of voice and tone have to know of a draft. Checks no rights. */
@Component
class DraftCircumstances {
    private static final int SIBLINGS = 6;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    /** A wording may say so in advance; the ledger of the incident that sends it has to agree. */
    private static final LedgerFact NOTHING_LOST =
            new LedgerFact(
                    FactKey.RAW_DATA_LOST.key(), FactKey.RAW_DATA_LOST.label(), "No", "no", "");

    private final Incidents incidents;
    private final Facts facts;
    private final DraftStore drafts;
    private final Revisions revisions;
    private final People people;

    DraftCircumstances(
            Incidents incidents,
            Facts facts,
            DraftStore drafts,
            Revisions revisions,
            People people) {
        this.incidents = incidents;
        this.facts = facts;
        this.drafts = drafts;
        this.revisions = revisions;
        this.people = people;
    }

    Circumstances of(Draft draft) {
        var kind = Circumstances.of(kind(draft.kind())).about(draft.bundle().subject());
        var id = draft.incident();
        var standing = draft.standing();
        if (standing != null) {
            return kind.at(phase(standing.stage()), Matter.NONE)
                    .with(List.of(NOTHING_LOST), List.of());
        }
        if (id == null) {
            return kind;
        }
        var incident = incidents.asSystem(id);
        return kind.at(phase(stage(draft, incident)), matter(incident.type()))
                .with(facts.asSystem(id).stream().map(this::line).toList(), siblings(draft, id));
    }

    /** The text as its reader would read it. */
    Manuscript read(Draft draft, Node document) {
        if (draft.standing() != null) {
            return Manuscript.of(document, DraftCircumstances::asIfFilled);
        }
        var id = draft.incident();
        var use = draft.use();
        return Manuscript.of(
                document,
                words(
                        id == null ? List.of() : facts.asSystem(id),
                        use == null ? List.of() : use.chosen()));
    }

    private static TextKind kind(DraftKind kind) {
        return switch (kind) {
            case CUSTOMER_EMAIL -> TextKind.EMAIL;
            case STATUS_UPDATE -> TextKind.STATUS;
            case TECHNICAL_EXPLANATION -> TextKind.TECHNICAL;
            case FAQ_ANSWER -> TextKind.FAQ;
            case STAFF_UPDATE, LEADERSHIP_NOTE -> TextKind.INTERNAL;
        };
    }

    /** What went out is judged by the stage that it went out in, not by what came later. */
    private static Stage stage(Draft draft, Incident incident) {
        if (!(draft.state() instanceof DraftState.Released gone)) {
            return incident.stage();
        }
        return incident.stages().entrySet().stream()
                .filter(entered -> !entered.getValue().isAfter(gone.at()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(incident.stage());
    }

    private static Phase phase(Stage stage) {
        return switch (stage) {
            case DISMISSED -> Phase.NONE;
            case SUSPECTED, INVESTIGATING -> Phase.INVESTIGATING;
            case IDENTIFIED -> Phase.IDENTIFIED;
            case MONITORING -> Phase.MONITORING;
            case RESOLVED, REVIEW, CLOSED -> Phase.RESOLVED;
        };
    }

    private static Matter matter(@Nullable IncidentType type) {
        return switch (type) {
            case null -> Matter.NONE;
            case OUTAGE -> Matter.OUTAGE;
            case BUG -> Matter.BUG;
            case SECURITY -> Matter.SECURITY;
            case PRODUCT_CHANGE -> Matter.PRODUCT_CHANGE;
        };
    }

    private LedgerFact line(Fact fact) {
        var at = fact.at();
        var by = fact.confirmedBy();
        var who =
                by == null ? "nobody" : people.find(by).map(Person::shortName).orElse("the portal");
        return new LedgerFact(
                fact.key(),
                fact.label(),
                fact.unknown() ? "" : fact.value(),
                fact.raw(),
                at == null ? "" : "confirmed by " + who + ", " + TIME.format(at));
    }

    private List<Sibling> siblings(Draft draft, String incident) {
        return drafts.ofIncident(incident).reversed().stream()
                .filter(other -> !other.id().equals(draft.id()))
                .flatMap(other -> hash(other).stream().map(hash -> sibling(other, hash)))
                .limit(SIBLINGS)
                .toList();
    }

    private static Optional<String> hash(Draft draft) {
        return switch (draft.state()) {
            case DraftState.Editing open -> Optional.empty();
            case DraftState.InReview(var review) -> Optional.of(review.hash());
            case DraftState.Released gone -> Optional.of(gone.hash());
        };
    }

    private Sibling sibling(Draft other, String hash) {
        var revision = revisions.get(hash);
        var state =
                other.state() instanceof DraftState.Released gone
                        ? "released " + TIME.format(gone.at())
                        : "in review";
        var tokens = new RevisionTokens(revision, null);
        return new Sibling(
                other.title() + ", " + state,
                Manuscript.of(
                        Node.fromJson(Schema.candor(), revision.text().document()),
                        atom ->
                                atom.type().name().equals("fact")
                                        ? tokens.fact(attribute(atom, "key"))
                                        : plain(atom)));
    }

    /** A slot as it will read: a time, or a name. */
    private static String asIfFilled(Node atom) {
        if (!atom.type().name().equals("fact")) {
            return plain(atom);
        }
        var names = FactKey.of(attribute(atom, "key")).filter(Slots::takesNames).isPresent();
        return names ? "Order sync" : "18 Nov 2026, 08:47 UTC";
    }

    private static AtomWords words(List<Fact> ledger, List<PinnedFact> chosen) {
        return atom ->
                atom.type().name().equals("fact")
                        ? ledger.stream()
                                .filter(fact -> fact.key().equals(attribute(atom, "key")))
                                .filter(fact -> !fact.unknown())
                                .map(Fact::value)
                                .findFirst()
                                .or(() ->
                                        chosen.stream()
                                                .filter(fact ->
                                                        fact.key().equals(attribute(atom, "key")))
                                                .map(PinnedFact::value)
                                                .findFirst())
                                .orElse("not yet known")
                        : plain(atom);
    }

    private static String plain(Node atom) {
        return switch (atom.type().name()) {
            case "merge_field" ->
                    MergeField.named(attribute(atom, "name"))
                            .map(MergeField::label)
                            .orElse(attribute(atom, "name"));
            case "mention" -> attribute(atom, "label");
            case "timestamp" -> time(attribute(atom, "at"));
            default -> "";
        };
    }

    private static String time(String at) {
        try {
            return DATE_AND_TIME.format(Instant.parse(at));
        } catch (DateTimeParseException writtenOut) {
            return at;
        }
    }

    private static String attribute(Node atom, String name) {
        return String.valueOf(atom.attrs().get(name));
    }
}
