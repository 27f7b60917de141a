package app.candor.incident;

import app.candor.access.NotFound;
import app.candor.coedit.Texts;
import app.candor.policy.Policies;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.prosemirror.LineMarkup;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The text that says why an incident happened: one an incident, begun from its review. Rights are
 * those of the review, whose desk asks for them before it calls.
 */
@Component
public class RootCauses {
    private final Documents documents;
    private final DocumentFiles files;
    private final Incidents incidents;
    private final Policies policies;
    private final Texts texts;

    RootCauses(
            Documents documents,
            DocumentFiles files,
            Incidents incidents,
            Policies policies,
            Texts texts) {
        this.documents = documents;
        this.files = files;
        this.incidents = incidents;
        this.policies = policies;
        this.texts = texts;
    }

    /** Empty before somebody began it. */
    public Optional<IncidentDocument> find(String incidentId) {
        return documents.find(id(incidentId));
    }

    /**
     * Begins it, or finds the one there is.
     *
     * @param by person id
     * @param earlier what was written before there was a text: it stands below the first heading, a
     *     paragraph a line; empty for nothing
     */
    public IncidentDocument begin(String incidentId, String by, String earlier) {
        var incident = incidents.asSystem(incidentId);
        var template = template(incident);
        return documents.create(
                incident,
                template,
                id(incidentId),
                template.name(),
                by,
                EarlierWords.below(LineMarkup.read(template.text()), earlier));
    }

    /**
     * Which required sections say something.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public Completeness completeness(IncidentDocument document) {
        return documents.completeness(document);
    }

    /**
     * What is written so far, with the ledger's values of this moment.
     *
     * @return HTML of plain formatting, headings from {@code h3} on; empty while nothing is written
     */
    public String written(IncidentDocument document) {
        return WrittenParts.of(texts.current(document.id()).doc())
                .map(doc -> files.html(document.incidentId(), doc))
                .orElse("");
    }

    /** Closes it to typing, as the review that it belongs to is filed. */
    public void lock(String incidentId, String reason, String by) {
        find(incidentId).ifPresent(document -> texts.lock(document.id(), reason, by));
    }

    /** Opens it again. */
    public void unlock(String incidentId, String reason, String by) {
        find(incidentId).ifPresent(document -> texts.unlock(document.id(), reason, by));
    }

    /** A company's templates may be older than this kind of text. */
    private Template template(Incident incident) {
        return documents
                .template(incident, IncidentDocument.ROOT_CAUSE)
                .or(() ->
                        policies.shippedTemplates()
                                .pick(IncidentDocument.ROOT_CAUSE, "", "", false))
                .orElseThrow();
    }

    private static String id(String incidentId) {
        return "document-" + incidentId + "-rootcause";
    }
}
