package app.candor.incident;

import app.candor.access.Guarded;
import app.candor.access.Visibility;
import app.candor.policy.RolePolicy;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands.
 *
 * @param id unguessable, never shown
 * @param key what people say and type: {@code INC-K7Q4}; unique, not in sequence
 * @param title one line in the reporter's words
 * @param severity null until declared
 * @param type null until declared
 * @param highestClass worst class ever held; drafts keep its gates
 * @param members person ids that may see it when it is restricted
 * @param reporter person id of who reported it
 * @param roles who does what, by person id; a missing role is vacant
 * @param reportedAt starts the response clock
 * @param confirmedAt when engineering confirmed or dismissed it; null while only suspected
 * @param declaredAt null until declared
 * @param stages when each stage was last entered
 * @param dismissal why it is no incident; null unless dismissed
 * @param lowering waits for a second person; null for none
 * @param releases texts that reached an audience, oldest first
 * @param waived audiences that are told nothing, with the reason of that decision
 * @param grants how people came in who hold no role, oldest first
 * @param duplicateOf id of the incident that it is part of; null while it stands alone
 */
public record Incident(
        String id,
        String key,
        String title,
        Stage stage,
        @Nullable Severity severity,
        @Nullable IncidentType type,
        SeverityClass highestClass,
        Visibility visibility,
        Set<String> members,
        String reporter,
        Source source,
        Map<IncidentRole, String> roles,
        Instant reportedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant declaredAt,
        Map<Stage, Instant> stages,
        @Nullable String dismissal,
        @Nullable Lowering lowering,
        List<Release> releases,
        Map<Audience, String> waived,
        List<Grant> grants,
        @Nullable String duplicateOf) {

    public Incident {
        members = Set.copyOf(members);
        roles = Map.copyOf(roles);
        stages = Map.copyOf(stages);
        releases = List.copyOf(releases);
        waived = Map.copyOf(waived);
        grants = List.copyOf(grants);
    }

    /**
     * Asked for by one person, in force once a second agrees.
     *
     * @param by person id of who asked
     */
    public record Lowering(
            Severity severity, IncidentType type, String reason, String by, Instant at) {}

    /**
     * A text that reached an audience.
     *
     * @param means how it reached them; null for releases from before that was kept
     * @param nextUpdateAt what the text itself promised; null if it promised nothing
     */
    public record Release(
            Audience audience, @Nullable Means means, Instant at, @Nullable Instant nextUpdateAt) {

        /** Ways in which a text reaches its audience. */
        public enum Means {
            STATUS_PAGE,
            MESSAGE
        }
    }

    /**
     * How somebody came in.
     *
     * @param by person id of who let them in; themselves where they joined or broke glass
     * @param reason empty where none was asked for
     */
    public record Grant(String person, String by, Instant at, How how, String reason) {

        /** The ways in. */
        public enum How {
            GRANTED,
            JOINED,
            BREAK_GLASS
        }
    }

    /** Who may see and touch it. */
    public Guarded guarded() {
        return new Guarded(visibility, members, reporter);
    }

    public boolean securityIncident() {
        return type == IncidentType.SECURITY;
    }

    /** The class now: every security incident counts as high. */
    public SeverityClass severityClass() {
        if (securityIncident()) {
            return SeverityClass.HIGH;
        }
        return severity == null ? SeverityClass.LOW : severity.severityClass();
    }

    /** The person id of the commander; null while nobody commands. */
    public @Nullable String commander() {
        return roles.get(IncidentRole.COMMANDER);
    }

    /**
     * Roles that nobody fills although the role set requires them at this class; none before it is
     * declared or once it is over.
     */
    public List<IncidentRole> gaps(RolePolicy.RoleSet set) {
        if (declaredAt == null || stage.isOver()) {
            return List.of();
        }
        return IncidentRole.required(set, severityClass()).stream()
                .filter(role -> !roles.containsKey(role))
                .toList();
    }

    /** The path of its room in the portal. */
    public String path() {
        return "incidents/" + key;
    }

    /** Id of its internal document among the co-edited texts. */
    public String documentId() {
        return "incident-" + id;
    }
}
