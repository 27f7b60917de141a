package app.candor.incident;

import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What has to be said to declare an incident.
 *
 * @param rawDataLost has to be answered for an outage or a bug; null for other types
 * @param visibility who may see it from now on
 */
public record Declaration(
        Severity severity,
        IncidentType type,
        @Nullable RawDataLost rawDataLost,
        Visibility visibility) {

    /**
     * @throws Refused if an outage or a bug does not say whether raw data is lost
     */
    public Declaration {
        if (type.asksForRawData() && rawDataLost == null) {
            throw new Refused(
                    "Say whether raw event data is lost: yes, no or not yet known. An outage or a"
                            + " bug needs that answer.");
        }
        if (!type.asksForRawData()) {
            rawDataLost = null;
        }
    }

    /** With the visibility that severity and type call for. */
    public static Declaration of(
            Severity severity, IncidentType type, @Nullable RawDataLost rawDataLost) {
        return new Declaration(severity, type, rawDataLost, visibilityFor(severity, type));
    }

    /** Security is restricted, a SEV0 outage has its details restricted, the rest is open. */
    public static Visibility visibilityFor(Severity severity, IncidentType type) {
        if (type == IncidentType.SECURITY) {
            return Visibility.RESTRICTED;
        }
        return severity == Severity.SEV0 && type == IncidentType.OUTAGE
                ? Visibility.DETAILS_RESTRICTED
                : Visibility.OPEN;
    }
}
