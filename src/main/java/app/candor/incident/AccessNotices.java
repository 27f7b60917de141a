package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.notify.Inbox;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people that they were let in, that glass was broken, or what became of their report. */
@Component
class AccessNotices {
    private final Incidents incidents;
    private final Inbox inbox;
    private final Duties duties;
    private final Access access;
    private final People people;

    AccessNotices(Incidents incidents, Inbox inbox, Duties duties, Access access, People people) {
        this.incidents = incidents;
        this.inbox = inbox;
        this.duties = duties;
        this.access = access;
        this.people = people;
    }

    @EventListener
    void granted(Told<AccessGranted> told) {
        var incident = incidents.asSystem(told.event().incidentId());
        var person = told.event().person();
        duties.doneByItself(Membership.asking(incident.id(), person));
        inbox.tell(
                told.id(),
                List.of(person),
                "You may see " + incident.key() + " from now on",
                incident.path());
    }

    @EventListener
    void broken(Told<GlassBroken> told) {
        var incident = incidents.asSystem(told.event().incidentId());
        var members = new LinkedHashSet<>(incident.members());
        members.remove(told.event().person());
        inbox.tell(
                told.id(),
                members,
                "An administrator opened " + incident.key() + " by break-glass",
                incident.path() + "/access");
    }

    /** What is owed goes on under the other incident, whose key its reporter hears if they may. */
    @EventListener
    void merged(Told<IncidentMerged> told) {
        var from = incidents.asSystem(told.event().incidentId());
        var into = incidents.asSystem(told.event().into());
        for (var duty : duties.ofIncident(from.id())) {
            if (duty.kind().equals("respond")) {
                duties.doneByItself(duty.id());
            } else {
                var link = duty.link().replaceFirst(from.path(), into.path());
                duties.move(duty.id(), into.id(), into.guarded(), link);
            }
        }
        var named =
                people.find(from.reporter())
                        .filter(one -> access.may(one, Act.SEE_EXISTENCE, into.guarded()))
                        .isPresent();
        inbox.tell(
                told.id(),
                List.of(from.reporter()),
                "Your report "
                        + from.key()
                        + (named ? " is part of " + into.key() : " is handled already"),
                named ? into.path() : from.path());
    }
}
