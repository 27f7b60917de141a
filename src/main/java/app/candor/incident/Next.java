package app.candor.incident;

import app.candor.access.Visibility;
import app.candor.audit.Change;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An incident on its way to its next value; used within one transition and never kept. */
final class Next {
    private final Incident from;
    private String title;
    private Stage stage;
    private @Nullable Severity severity;
    private @Nullable IncidentType type;
    private SeverityClass highestClass;
    private Visibility visibility;
    private final Set<String> members;
    private final Map<IncidentRole, String> roles;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant declaredAt;
    private final Map<Stage, Instant> stages;
    private @Nullable String dismissal;
    private Incident.@Nullable Lowering lowering;
    private final List<Incident.Release> releases;
    private final Map<Audience, String> waived;
    private final List<Incident.Grant> grants;
    private @Nullable String duplicateOf;

    Next(Incident from) {
        this.from = from;
        title = from.title();
        stage = from.stage();
        severity = from.severity();
        type = from.type();
        highestClass = from.highestClass();
        visibility = from.visibility();
        members = new HashSet<>(from.members());
        roles = new LinkedHashMap<>(from.roles());
        confirmedAt = from.confirmedAt();
        declaredAt = from.declaredAt();
        stages = new LinkedHashMap<>(from.stages());
        dismissal = from.dismissal();
        lowering = from.lowering();
        releases = new ArrayList<>(from.releases());
        waived = new LinkedHashMap<>(from.waived());
        grants = new ArrayList<>(from.grants());
        duplicateOf = from.duplicateOf();
    }

    Next title(String next) {
        title = next;
        return this;
    }

    Next stage(Stage next, Instant at) {
        stage = next;
        stages.put(next, at);
        return this;
    }

    Next confirmed(Instant at) {
        confirmedAt = at;
        return this;
    }

    Next declared(Instant at) {
        declaredAt = at;
        return this;
    }

    Next dismissed(String reason) {
        dismissal = reason;
        return this;
    }

    /** Sets both and raises the highest class where the new one is worse. */
    Next severity(Severity next, IncidentType nextType) {
        severity = next;
        type = nextType;
        var now = nextType == IncidentType.SECURITY ? SeverityClass.HIGH : next.severityClass();
        highestClass = highestClass.worse(now);
        return this;
    }

    Next lowering(Incident.@Nullable Lowering next) {
        lowering = next;
        return this;
    }

    Next visibility(Visibility next) {
        visibility = next;
        return this;
    }

    Next member(String person) {
        members.add(person);
        return this;
    }

    /** Lets somebody in, with the record of how. */
    Next granted(Incident.Grant grant) {
        grants.add(grant);
        return member(grant.person());
    }

    Next leaves(String person) {
        members.remove(person);
        return this;
    }

    Next undismissed() {
        dismissal = null;
        duplicateOf = null;
        return this;
    }

    Next duplicateOf(String other) {
        duplicateOf = other;
        return this;
    }

    Next role(IncidentRole role, @Nullable String person) {
        if (person == null) {
            roles.remove(role);
        } else {
            roles.put(role, person);
        }
        return this;
    }

    Next release(Incident.Release release) {
        releases.add(release);
        return this;
    }

    Next waive(Audience audience, String reason) {
        waived.put(audience, reason);
        return this;
    }

    Change<Incident> telling(IncidentEvent... events) {
        return Change.of(value(), events);
    }

    private Incident value() {
        return new Incident(
                from.id(),
                from.key(),
                title,
                stage,
                severity,
                type,
                highestClass,
                visibility,
                members,
                from.reporter(),
                from.source(),
                roles,
                from.reportedAt(),
                confirmedAt,
                declaredAt,
                stages,
                dismissal,
                lowering,
                releases,
                waived,
                grants,
                duplicateOf);
    }
}
