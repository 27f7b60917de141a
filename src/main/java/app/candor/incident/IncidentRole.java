package app.candor.incident;

import app.candor.policy.RolePolicy;
import app.candor.policy.SeverityClass;
import java.util.Arrays;
import java.util.List;

/** What somebody does on one incident. */
public enum IncidentRole {
    COMMANDER("Commander"),
    COMMS_LEAD("Communications lead"),
    SME("Subject-matter expert"),
    ENGINEERING_LEAD("Engineering lead"),
    SUPPORT_LEAD("Support lead"),
    CS_LEAD("Customer success lead"),
    LEGAL("Legal"),
    EXECUTIVE_SPONSOR("Executive sponsor"),
    SCRIBE("Scribe");

    private final String label;

    IncidentRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What a company that works by this set calls it. */
    public String label(RolePolicy.RoleSet set) {
        return set.of(name()).map(RolePolicy.Duty::label).orElse(label);
    }

    /** Roles whose vacancy is a gap at that class. */
    public static List<IncidentRole> required(RolePolicy.RoleSet set, SeverityClass severityClass) {
        return Arrays.stream(values())
                .filter(role ->
                        set.of(role.name())
                                .filter(duty -> duty.required().contains(severityClass))
                                .isPresent())
                .toList();
    }
}
