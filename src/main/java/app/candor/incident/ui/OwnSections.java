package app.candor.incident.ui;

import app.candor.incident.Accounts;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.incident.RoomSection;
import app.candor.incident.Timeline;
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
    }

    @Bean
    RoomSection documentsInRoom() {
        return new Section(
                "Documents",
                10,
                incident ->
                        List.of(
                                new RoomSection.RoomLink(
                                        "document",
                                        "Incident document",
                                        "",
                                        incident.path(),
                                        false)));
    }

    @Bean
    RoomSection recordsInRoom(
            Incidents incidents, Facts facts, Accounts accounts, Timeline timeline) {
        return new Section(
                "Records",
                30,
                incident ->
                        incidents.maySeeDetails(incident)
                                ? records(incident, facts, accounts, timeline)
                                : List.of());
    }

    private static List<RoomSection.RoomLink> records(
            Incident incident, Facts facts, Accounts accounts, Timeline timeline) {
        var known = facts.ledger(incident.id()).stream().filter(fact -> !fact.unknown()).count();
        var affected = accounts.counts(incident.id()).affected();
        var gaps = incident.gaps().size();
        return List.of(
                link("hash", "Facts", incident, "facts", known + " known", false),
                link(
                        "history",
                        "Timeline",
                        incident,
                        "timeline",
                        Long.toString(timeline.count(incident.id())),
                        false),
                link(
                        "accounts",
                        "Affected accounts",
                        incident,
                        "accounts",
                        affected == 0 ? "None yet" : String.format(Locale.UK, "%,d", affected),
                        false),
                link(
                        "at",
                        "People and roles",
                        incident,
                        "people",
                        gaps == 0 ? "" : gaps + (gaps == 1 ? " gap" : " gaps"),
                        gaps > 0),
                link("clock", "Clocks", incident, "clocks", "", false));
    }

    private static RoomSection.RoomLink link(
            String icon, String label, Incident incident, String below, String note, boolean gap) {
        return new RoomSection.RoomLink(icon, label, note, incident.path() + "/" + below, gap);
    }
}
