package app.candor.incident;

import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.audit.Change;
import app.candor.duties.Duty;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** From suspicion to closing: every step guards itself and names the stage that is in the way. */
final class Lifecycle {
    /** Characters of a title; longer reports belong into the document. */
    static final int LONGEST_TITLE = 200;

    private Lifecycle() {}

    static Change<Incident> report(
            String id, String key, String what, Source source, String reporter, Instant now) {
        var incident =
                new Incident(
                        id,
                        key,
                        title(what),
                        Stage.SUSPECTED,
                        null,
                        null,
                        SeverityClass.LOW,
                        Visibility.OPEN,
                        Set.of(),
                        reporter,
                        source,
                        Map.of(),
                        now,
                        null,
                        null,
                        Map.of(Stage.SUSPECTED, now),
                        null,
                        null,
                        List.of(),
                        Map.of(),
                        List.of(),
                        null);
        return Change.of(incident, new IncidentReported(id, key, source));
    }

    static Change<Incident> rename(Incident incident, String title) {
        requireNotOver(incident, "renamed");
        return new Next(incident).title(title(title)).telling();
    }

    static Change<Incident> confirm(Incident incident, List<String> criteria, Instant now) {
        requireSuspected(incident, "confirmed");
        return confirmed(incident, now).telling(new IncidentConfirmed(incident.id(), criteria));
    }

    static Change<Incident> dismiss(Incident incident, String reason, Instant now) {
        requireSuspected(incident, "dismissed");
        if (reason.isBlank()) {
            throw new Refused("Say why this is no incident. The reporter reads the reason.");
        }
        return new Next(incident)
                .stage(Stage.DISMISSED, now)
                .confirmed(now)
                .dismissed(reason.strip())
                .telling(new IncidentDismissed(incident.id()));
    }

    /** Declares it; a suspicion is confirmed by the same act. */
    static Change<Incident> declare(
            Incident incident, Declaration said, String declarer, Instant now) {
        if (incident.declaredAt() != null) {
            throw new Refused(
                    incident.key() + " is declared already, as " + incident.severity() + ".");
        }
        requireNotOver(incident, "declared");
        var events = new ArrayList<IncidentEvent>();
        var suspected = incident.stage() == Stage.SUSPECTED;
        if (suspected) {
            events.add(new IncidentConfirmed(incident.id(), List.of()));
        }
        events.add(
                new IncidentDeclared(
                        incident.id(),
                        said.severity(),
                        said.type(),
                        said.visibility(),
                        said.rawDataLost()));
        var next = suspected ? confirmed(incident, now) : new Next(incident);
        incident.roles().values().forEach(next::member);
        return next.severity(said.severity(), said.type())
                .visibility(said.visibility())
                .member(declarer)
                .declared(now)
                .telling(events.toArray(IncidentEvent[]::new));
    }

    /**
     * @param blocking open duties that hold it open; only closing asks for them
     */
    static Change<Incident> stage(Incident incident, Stage to, List<Duty> blocking, Instant now) {
        var from = incident.stage();
        if (incident.declaredAt() == null) {
            throw new Refused(
                    incident.key()
                            + " is "
                            + from.key()
                            + " and has no severity yet. Declare it before you change its stage.");
        }
        if (!from.leadsTo(to)) {
            throw new Refused(
                    incident.key() + " is " + from.key() + "; it cannot go to " + to.key() + ".");
        }
        if (to == Stage.CLOSED && !blocking.isEmpty()) {
            throw new Refused(
                    "It stays open until these are done: "
                            + blocking.stream().map(Duty::title).collect(Collectors.joining("; "))
                            + ".");
        }
        return new Next(incident).stage(to, now).telling(new StageChanged(incident.id(), from, to));
    }

    /** Back to work: what was dismissed is suspected again, what was over is investigated again. */
    static Change<Incident> reopen(Incident incident, String reason, Instant now) {
        var from = incident.stage();
        if (!from.isOver() && !from.isBehind()) {
            throw new Refused(incident.key() + " is " + from.key() + "; it is open already.");
        }
        if (reason.isBlank()) {
            throw new Refused("Say why it is opened again. The timeline keeps the reason.");
        }
        var to = incident.declaredAt() == null ? Stage.SUSPECTED : Stage.INVESTIGATING;
        return new Next(incident)
                .stage(to, now)
                .undismissed()
                .telling(
                        new IncidentReopened(incident.id(), from, reason.strip()),
                        new StageChanged(incident.id(), from, to));
    }

    /** It is the same trouble as another one, under which everything goes on. */
    static Change<Incident> merge(Incident incident, Incident into, Instant now) {
        requireNotOver(incident, "merged");
        if (incident.id().equals(into.id())) {
            throw new Refused("An incident cannot be merged into itself.");
        }
        if (into.stage().isOver()) {
            throw new Refused(
                    into.key()
                            + " is "
                            + into.stage().key()
                            + ". Reopen it before you merge into it.");
        }
        if (!incident.releases().isEmpty()) {
            throw new Refused(
                    "Texts were released under "
                            + incident.key()
                            + ", so its readers wait for its end. Resolve it instead.");
        }
        // Who sees this one may not know of a closed one: then its key stays out.
        var why =
                into.visibility() == Visibility.OPEN
                        ? "Duplicate of " + into.key()
                        : "It is handled already";
        return new Next(incident)
                .stage(Stage.DISMISSED, now)
                .confirmed(incident.confirmedAt() == null ? now : incident.confirmedAt())
                .dismissed(why)
                .duplicateOf(into.id())
                .telling(new IncidentMerged(incident.id(), into.id()));
    }

    static void requireNotOver(Incident incident, String done) {
        if (incident.stage().isOver()) {
            throw new Refused(
                    incident.key()
                            + " is "
                            + incident.stage().key()
                            + " and cannot be "
                            + done
                            + " any more.");
        }
    }

    private static Next confirmed(Incident incident, Instant now) {
        return new Next(incident).stage(Stage.INVESTIGATING, now).confirmed(now);
    }

    private static void requireSuspected(Incident incident, String done) {
        if (incident.stage() != Stage.SUSPECTED) {
            throw new Refused(
                    "Only a suspected incident can be "
                            + done
                            + "; "
                            + incident.key()
                            + " is "
                            + incident.stage().key()
                            + ".");
        }
    }

    private static String title(String what) {
        var line = what.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            throw new Refused("Write one line about what you see.");
        }
        if (line.length() > LONGEST_TITLE) {
            throw new Refused(
                    "One line of at most "
                            + LONGEST_TITLE
                            + " characters, please; yours has "
                            + line.length()
                            + ". The document takes the rest.");
        }
        return line;
    }
}
