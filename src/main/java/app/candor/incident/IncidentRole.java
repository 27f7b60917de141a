package app.candor.incident;

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

    private static final List<IncidentRole> EVERY_INCIDENT =
            List.of(COMMANDER, COMMS_LEAD, ENGINEERING_LEAD);

    private final String label;

    IncidentRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * Roles whose vacancy is a gap: three on every incident, and at the high class everybody but
     * the subject-matter expert, whom the engineering lead calls in.
     */
    public static List<IncidentRole> required(SeverityClass severityClass) {
        return severityClass == SeverityClass.HIGH
                ? Arrays.stream(values()).filter(role -> role != SME).toList()
                : EVERY_INCIDENT;
    }
}
