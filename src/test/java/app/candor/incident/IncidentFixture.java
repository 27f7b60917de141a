package app.candor.incident;

import app.candor.policy.Severity;
import java.time.Instant;

/** Incidents at some point of their life. */
final class IncidentFixture {
    static final Instant NOW = Instant.parse("2026-11-18T09:12:00Z");

    private IncidentFixture() {}

    static Incident suspected() {
        return Lifecycle.report(
                        "id", "INC-K7Q4", "Orders arrive late", Source.STAFF, "reporter", NOW)
                .state();
    }

    static Incident declared(Severity severity) {
        return declared(severity, IncidentType.OUTAGE);
    }

    static Incident declared(Severity severity, IncidentType type) {
        return Lifecycle.declare(
                        suspected(),
                        Declaration.of(
                                severity, type, type.asksForRawData() ? RawDataLost.NO : null),
                        "engineer",
                        NOW)
                .state();
    }
}
