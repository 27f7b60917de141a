package app.candor.incident;

import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.audit.Change;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How severity and type move. One person may raise; leaving the high class, or taking "security"
 * off, needs a second one, because it sheds gates.
 */
final class Severities {
    private Severities() {}

    static Change<Incident> change(Incident incident, Severity to, IncidentType type) {
        var from = requireDeclared(incident);
        if (lowersClass(incident, to, type)) {
            throw new Refused(
                    "That lowers the class. Propose it with a reason; somebody from legal or senior"
                            + " leadership has to agree.");
        }
        if (from == to && incident.type() == type) {
            return Change.of(incident);
        }
        return changed(incident, from, to, type, null);
    }

    static Change<Incident> proposeLower(
            Incident incident,
            Severity to,
            IncidentType type,
            String reason,
            String by,
            Instant now) {
        var from = requireDeclared(incident);
        if (!lowersClass(incident, to, type)) {
            throw new Refused("That does not lower the class; change the severity directly.");
        }
        if (reason.isBlank()) {
            throw new Refused("Say why. The second person decides on your reason.");
        }
        return new Next(incident)
                .lowering(new Incident.Lowering(to, type, reason.strip(), by, now))
                .telling(new LoweringProposed(incident.id(), from, to));
    }

    static Change<Incident> agreeLower(Incident incident, String by) {
        var from = requireDeclared(incident);
        var asked = incident.lowering();
        if (asked == null) {
            throw new Refused("Nobody has proposed to lower " + incident.key() + ".");
        }
        if (asked.by().equals(by)) {
            throw new Refused("A second person has to agree; you proposed it yourself.");
        }
        return changed(incident, from, asked.severity(), asked.type(), by);
    }

    static Change<Incident> declineLower(Incident incident) {
        if (incident.lowering() == null) {
            throw new Refused("Nobody has proposed to lower " + incident.key() + ".");
        }
        return new Next(incident).lowering(null).telling();
    }

    static boolean lowersClass(Incident incident, Severity to, IncidentType type) {
        var next = type == IncidentType.SECURITY ? SeverityClass.HIGH : to.severityClass();
        var untyped = incident.securityIncident() && type != IncidentType.SECURITY;
        return untyped
                || (incident.severityClass() == SeverityClass.HIGH && next == SeverityClass.LOW);
    }

    private static Change<Incident> changed(
            Incident incident,
            Severity from,
            Severity to,
            IncidentType type,
            @Nullable String agreedBy) {
        var next =
                new Next(incident)
                        .severity(to, type)
                        .visibility(closedOff(incident, from, to, type))
                        .lowering(null);
        var after = next.telling().state();
        return next.telling(
                new SeverityChanged(
                        incident.id(),
                        from,
                        to,
                        type,
                        after.severityClass(),
                        after.highestClass(),
                        agreedBy));
    }

    /**
     * What becomes a security incident, or a SEV0 outage, is closed off as if it had been declared
     * so; nothing is ever opened up by the way.
     */
    private static Visibility closedOff(
            Incident incident, Severity from, Severity to, IncidentType type) {
        var was = Declaration.visibilityFor(from, Objects.requireNonNull(incident.type()));
        var now = Declaration.visibilityFor(to, type);
        var narrower = now.compareTo(was) > 0 && now.compareTo(incident.visibility()) > 0;
        return narrower ? now : incident.visibility();
    }

    private static Severity requireDeclared(Incident incident) {
        Lifecycle.requireNotOver(incident, "given another severity");
        if (incident.severity() == null) {
            throw new Refused(
                    incident.key()
                            + " is "
                            + incident.stage().key()
                            + " and not declared yet: it has no severity to change.");
        }
        return Objects.requireNonNull(incident.severity());
    }
}
