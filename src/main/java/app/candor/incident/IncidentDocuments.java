package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.audit.Told;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextHome;
import app.candor.coedit.TextRef;
import app.candor.notify.SharedReadings;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the internal document with the first report, and says who may read and write the texts of
 * an incident.
 */
@Component
class IncidentDocuments implements TextAccess, TextHome {
    static final String KIND = "incident";

    private final Documents documents;
    private final Incidents incidents;
    private final Access access;
    private final SharedReadings readings;

    IncidentDocuments(
            Documents documents, Incidents incidents, Access access, SharedReadings readings) {
        this.documents = documents;
        this.incidents = incidents;
        this.access = access;
        this.readings = readings;
    }

    @EventListener
    @Order(0)
    void on(Told<IncidentReported> told) {
        documents.open(incidents.asSystem(told.event().incidentId()));
    }

    @EventListener
    @Order(0)
    void onDeclared(Told<IncidentDeclared> told) {
        documents.fitToType(incidents.asSystem(told.event().incidentId()));
    }

    @EventListener
    @Order(0)
    void onStage(Told<StageChanged> told) {
        documents.enteredStage(told.event().incidentId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Asked at every message of everybody who writes. What the incident says about its readers is
     * read anew after each change told on this node, and after a second at the latest.
     */
    @Override
    public Permission permission(Person person, TextRef text) {
        try {
            var guarded =
                    readings.often(
                            "incident:" + text.owner(),
                            "guarded",
                            () -> incidents.guarded(text.owner()));
            if (access.may(person, Act.WRITE_DOCUMENT, guarded)) {
                return Permission.EDIT;
            }
            return access.may(person, Act.READ, guarded) ? Permission.READ : Permission.NONE;
        } catch (NotFound gone) {
            return Permission.NONE;
        }
    }

    @Override
    public Optional<Place> place(TextRef text) {
        try {
            return Optional.of(place(incidents.asSystem(text.owner()), text.id()));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    /** A text that is in no list of documents is read in the room itself. */
    private Place place(Incident incident, String text) {
        try {
            var document = documents.asSystem(incident, text);
            return new Place(
                    document.title() + " of " + incident.key(),
                    document.path(incident),
                    incident.id(),
                    incident.guarded());
        } catch (NotFound unlisted) {
            return new Place(
                    "A text of " + incident.key(),
                    incident.path(),
                    incident.id(),
                    incident.guarded());
        }
    }
}
