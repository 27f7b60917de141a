package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.coedit.TextLocked;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Slice;
import app.candor.prosemirror.Step;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/** The desk where the texts of an incident are begun from templates and looked over. */
@Service
public class Documents {
    /** Kinds that can be begun beside the document that opens with the report. */
    private static final List<String> KINDS =
            List.of("brain-dump", "deep-dive", "review", "leadership-report");

    private static final String SYSTEM = "system";
    private static final String MAIN_TITLE = "Incident document";
    private static final int LONGEST_TITLE = 120;
    private static final int MOST_OF_AN_INCIDENT = 40;

    private final AggregateStore<IncidentDocument> store;
    private final Incidents incidents;
    private final Facts facts;
    private final Texts texts;
    private final Policies policies;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Documents(
            AggregateStores stores,
            MongoTemplate mongo,
            Incidents incidents,
            Facts facts,
            Texts texts,
            Policies policies,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("incident_documents", IncidentDocument.class);
        this.incidents = incidents;
        this.facts = facts;
        this.texts = texts;
        this.policies = policies;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
        mongo.indexOps("incident_documents")
                .createIndex(new Index().on("state.incidentId", Sort.Direction.ASC));
    }

    /**
     * The main document first, then the others as they were begun.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<IncidentDocument> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return all(incidents.asSystem(incidentId));
    }

    /**
     * @param name last part of its address; empty for the main document
     * @throws NotFound if there is none of that name, or the person may not read the incident
     */
    public IncidentDocument named(String incidentId, String name) {
        return of(incidentId).stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What can be begun for the incident as it stands: the best template of each kind. */
    public List<Template> beginnings(Incident incident) {
        return KINDS.stream().flatMap(kind -> template(incident, kind).stream()).toList();
    }

    /**
     * Begins a document from its template.
     *
     * @param name chosen by the page, 8 to 40 letters and digits: a repeat begins no second one
     * @param title empty for the template's name
     * @throws Refused if the kind is unknown, the title too long or there are too many
     */
    public IncidentDocument begin(String incidentId, String kind, String name, String title) {
        return refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var person = access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    var incident = incidents.asSystem(incidentId);
                    var template =
                            beginnings(incident).stream()
                                    .filter(each -> each.kind().equals(kind))
                                    .findFirst()
                                    .orElseThrow(
                                            () -> new Refused("There is no such kind of text."));
                    if (!name.matches("[A-Za-z0-9]{8,40}")) {
                        throw new Refused("This page is too old. Load it again.");
                    }
                    if (all(incident).size() > MOST_OF_AN_INCIDENT) {
                        throw new Refused(
                                "An incident has at most "
                                        + MOST_OF_AN_INCIDENT
                                        + " documents. Write on in one of them.");
                    }
                    return create(
                            incident,
                            template,
                            "document-" + incidentId + "-" + name,
                            title.isBlank() ? template.name() : checked(title),
                            person.id());
                });
    }

    /** How complete a document is, by its template and the stage of the incident. */
    public Completeness completeness(IncidentDocument document) {
        access.require(Act.READ, incidents.guarded(document.incidentId()));
        var now = texts.current(document.id());
        var before =
                document.seqAtStage() == 0
                        ? null
                        : texts.at(document.id(), document.seqAtStage()).doc();
        return Completeness.of(template(document), now.doc(), before);
    }

    /** The template it was begun from, in the version of that time. */
    public Template template(IncidentDocument document) {
        var then = policies.templates(document.policy());
        return then.named(document.kind(), document.template())
                .or(() -> then.pick(document.kind(), "", "", false))
                .or(() -> policies.shippedTemplates().pick(document.kind(), "", "", false))
                .orElseThrow(NotFound::new);
    }

    /**
     * Without asking who reads.
     *
     * @throws NotFound if the incident has no such document
     */
    IncidentDocument asSystem(Incident incident, String textId) {
        return all(incident).stream()
                .filter(document -> document.id().equals(textId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Opens the main document with the report; does nothing where it is there. */
    void open(Incident incident) {
        create(
                incident,
                template(incident, IncidentDocument.MAIN).orElseThrow(),
                incident.documentId(),
                MAIN_TITLE,
                SYSTEM);
    }

    /**
     * Begins the main document again where another template suits the type that the incident has
     * now, unless somebody has written in it: what was written stays, and so does its form.
     */
    void fitToType(Incident incident) {
        var document = store.find(incident.documentId()).orElse(null);
        var wanted = template(incident, IncidentDocument.MAIN).orElse(null);
        if (document == null || wanted == null || wanted.name().equals(document.template())) {
            return;
        }
        var beginning = beginning(incident, wanted);
        try {
            texts.edit(
                    document.id(),
                    SYSTEM,
                    now -> untouched(document) ? replacing(now, beginning) : List.of());
        } catch (TextLocked locked) {
            return;
        }
        // Also where the portal stopped between the two writes.
        if (texts.current(document.id()).seq() > 0
                && texts.at(document.id(), 1).doc().equals(beginning)) {
            int policy = policies.active(PolicyKind.TEMPLATES).number();
            store.change(document.id(), now -> Change.of(now.begunAgain(policy, wanted.name())));
        }
    }

    private boolean untouched(IncidentDocument document) {
        return texts.history(document.id(), 0, 1).isEmpty();
    }

    private static List<Step> replacing(Node now, Node wanted) {
        return List.of(
                new ReplaceStep(0, now.content().size(), new Slice(wanted.content(), 0, 0), false));
    }

    /** Empty if there is none of that id; nobody is asked for rights. */
    Optional<IncidentDocument> find(String textId) {
        return store.find(textId);
    }

    /** Remembers how the texts stood as the incident entered another stage. */
    void enteredStage(String incidentId) {
        var incident = incidents.asSystem(incidentId);
        if (store.find(incident.documentId()).isEmpty()) {
            open(incident);
        }
        for (var document : all(incident)) {
            var seq = texts.current(document.id()).seq();
            store.change(document.id(), now -> Change.of(now.entered(seq)));
        }
    }

    private IncidentDocument create(
            Incident incident, Template template, String id, String title, String by) {
        return create(incident, template, id, title, by, beginning(incident, template));
    }

    private static Node beginning(Incident incident, Template template) {
        var summary = "What customers notice: " + incident.title().replace('\n', ' ');
        return LineMarkup.read(template.text().replace("{summary}", summary));
    }

    /** Makes the text and lists it, or finds the one of that id. */
    IncidentDocument create(
            Incident incident,
            Template template,
            String id,
            String title,
            String by,
            Node beginning) {
        var document =
                new IncidentDocument(
                        id,
                        incident.id(),
                        template.kind(),
                        title,
                        policies.active(PolicyKind.TEMPLATES).number(),
                        template.name(),
                        by,
                        clock.instant(),
                        0);
        // The text first: a document whose text is missing could not be opened.
        texts.create(new TextRef(id, IncidentDocuments.KIND, incident.id()), beginning);
        try {
            return store.insert(
                    id,
                    Change.of(
                            document, new IncidentDocument.Begun(incident.id(), template.kind())));
        } catch (DuplicateKeyException thereAlready) {
            return store.get(id);
        }
    }

    private List<IncidentDocument> all(Incident incident) {
        var found =
                new ArrayList<>(
                        store.where(
                                Filters.eq("state.incidentId", incident.id()),
                                Sorts.ascending("state.at"),
                                0));
        if (found.stream().noneMatch(IncidentDocument::isMain)) {
            found.add(unlisted(incident));
        }
        found.sort(java.util.Comparator.comparing(document -> !document.isMain()));
        return found;
    }

    /** The main document of an incident that is older than the list of documents. */
    private IncidentDocument unlisted(Incident incident) {
        return new IncidentDocument(
                incident.documentId(),
                incident.id(),
                IncidentDocument.MAIN,
                MAIN_TITLE,
                policies.active(PolicyKind.TEMPLATES).number(),
                template(incident, IncidentDocument.MAIN).orElseThrow().name(),
                SYSTEM,
                incident.reportedAt(),
                0);
    }

    Optional<Template> template(Incident incident, String kind) {
        var type = incident.type();
        return policies.templates()
                .pick(
                        kind,
                        type == null ? "" : type.name(),
                        incident.stage().name(),
                        facts.personalData(incident.id()));
    }

    private static String checked(String title) {
        var words = title.strip();
        if (words.length() > LONGEST_TITLE) {
            throw new Refused("A title has at most " + LONGEST_TITLE + " characters.");
        }
        return words;
    }
}
