package app.candor.incident.ui;

import app.candor.incident.Documents;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentDocument;
import app.candor.incident.Incidents;
import app.candor.incident.RoomSection;
import app.candor.incident.Timeline;
import app.candor.incident.customers.Complaints;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Tickets;
import app.candor.incident.playbook.Playbooks;
import app.candor.incident.record.Attachments;
import app.candor.incident.record.Decisions;
import app.candor.incident.record.Links;
import app.candor.incident.record.Tasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module itself lists in a room: the document and the records. */
@Configuration
class OwnSections {

    private record Section(
            String group, int order, java.util.function.Function<Incident, List<RoomLink>> made)
            implements RoomSection {
        @Override
        public List<RoomLink> links(Incident incident) {
            return made.apply(incident);
        }

        @Override
        public boolean isSameForAllReaders() {
            return true;
        }
    }

    @Bean
    RoomSection documentsInRoom(Incidents incidents, Documents documents) {
        return new Section(
                "Documents",
                10,
                incident ->
                        incidents.maySeeDetails(incident)
                                ? documents(incident, documents)
                                : List.of(
                                        new RoomSection.RoomLink(
                                                "send",
                                                "Released texts",
                                                "",
                                                incident.path(),
                                                false)));
    }

    private static List<RoomSection.RoomLink> documents(Incident incident, Documents documents) {
        var links =
                new ArrayList<>(
                        documents.of(incident.id()).stream()
                                .map(one -> link("document", one, incident))
                                .toList());
        links.add(link("plus", "New document", incident, "documents", "", false));
        return links;
    }

    private static RoomSection.RoomLink link(
            String icon, IncidentDocument document, Incident incident) {
        return new RoomSection.RoomLink(icon, document.title(), "", document.path(incident), false);
    }

    @Bean
    RoomSection workInRoom(
            Incidents incidents,
            Playbooks playbooks,
            Tasks tasks,
            Decisions decisions,
            Clock clock) {
        return new Section(
                "Work",
                25,
                incident ->
                        incidents.maySeeDetails(incident)
                                ? List.of(
                                        playbook(incident, playbooks, clock),
                                        tasks(incident, tasks, clock),
                                        link(
                                                "flag",
                                                "Decisions",
                                                incident,
                                                "decisions",
                                                some(decisions.count(incident.id())),
                                                false))
                                : List.of());
    }

    @Bean
    RoomSection customersInRoom(
            Incidents incidents, Customers customers, Tickets tickets, Complaints complaints) {
        return new Section(
                "Customers",
                27,
                incident ->
                        incidents.maySeeDetails(incident)
                                ? List.of(
                                        told(incident, customers),
                                        link(
                                                "ticket",
                                                "Tickets and requestors",
                                                incident,
                                                "tickets",
                                                some(tickets.count(incident.id())),
                                                false),
                                        complaints(incident, complaints))
                                : List.of());
    }

    @Bean
    RoomSection recordsInRoom(
            Incidents incidents,
            Facts facts,
            Timeline timeline,
            Links links,
            Attachments attachments,
            RoomDesk.Gaps gaps) {
        return new Section(
                "Records",
                30,
                incident ->
                        incidents.maySeeDetails(incident)
                                ? records(incident, facts, timeline, links, attachments, gaps)
                                : List.of());
    }

    private static List<RoomSection.RoomLink> records(
            Incident incident,
            Facts facts,
            Timeline timeline,
            Links links,
            Attachments attachments,
            RoomDesk.Gaps vacant) {
        var known = facts.ledger(incident.id()).stream().filter(fact -> !fact.unknown()).count();
        var gaps = vacant.of(incident).size();
        return List.of(
                link("hash", "Facts", incident, "facts", known + " known", false),
                link(
                        "history",
                        "Timeline",
                        incident,
                        "timeline",
                        String.format(Locale.UK, "%,d", timeline.count(incident.id())),
                        false),
                link(
                        "at",
                        "People and roles",
                        incident,
                        "people",
                        gaps == 0 ? "" : gaps + (gaps == 1 ? " gap" : " gaps"),
                        gaps > 0),
                link(
                        "link",
                        "Links",
                        incident,
                        "links",
                        some(links.of(incident.id()).size()),
                        false),
                link(
                        "clip",
                        "Attachments",
                        incident,
                        "attachments",
                        some(attachments.count(incident.id())),
                        false),
                link("clock", "Clocks", incident, "clocks", "", false),
                link("book", "Review", incident, "review", "", false),
                link("lock", "Who may see it", incident, "access", "", false));
    }

    private static RoomSection.RoomLink playbook(
            Incident incident, Playbooks playbooks, Clock clock) {
        var run = playbooks.of(incident.id());
        var late =
                run.steps().stream()
                        .filter(step -> step.isOverdue(incident, clock.instant()))
                        .count();
        var note =
                late > 0
                        ? late + " overdue"
                        : run.steps().isEmpty() ? "" : run.settled() + " of " + run.steps().size();
        return link("checklist", "Playbook", incident, "playbook", note, late > 0);
    }

    private static RoomSection.RoomLink tasks(Incident incident, Tasks tasks, Clock clock) {
        var open = tasks.of(incident.id()).stream().filter(duty -> duty.isOpen()).toList();
        var late =
                open.stream()
                        .anyMatch(duty -> {
                            var due = duty.due();
                            return due != null && due.isBefore(clock.instant());
                        });
        return link(
                "list",
                "Tasks",
                incident,
                "tasks",
                open.isEmpty() ? "" : open.size() + " open",
                late);
    }

    private static RoomSection.RoomLink told(Incident incident, Customers customers) {
        var counts = customers.counts(incident.id());
        var note =
                counts.affected() == 0
                        ? "None yet"
                        : String.format(
                                Locale.UK, "%,d of %,d", counts.reached(), counts.affected());
        return link(
                "accounts", "Accounts told", incident, "accounts", note, counts.undelivered() > 0);
    }

    private static RoomSection.RoomLink complaints(Incident incident, Complaints complaints) {
        var open = complaints.unanswered(incident.id());
        return link(
                "warning",
                "Complaints",
                incident,
                "complaints",
                open == 0 ? "" : open + " open",
                open > 0);
    }

    private static String some(long count) {
        return count == 0 ? "" : Long.toString(count);
    }

    private static RoomSection.RoomLink link(
            String icon, String label, Incident incident, String below, String note, boolean gap) {
        return new RoomSection.RoomLink(icon, label, note, incident.path() + "/" + below, gap);
    }
}
