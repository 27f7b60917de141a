package app.candor.incident;

import app.candor.audit.Told;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the incident's own events into its timeline, before pages redraw. */
@Component
class TimelineFromEvents {
    private final Timeline timeline;

    TimelineFromEvents(Timeline timeline) {
        this.timeline = timeline;
    }

    @EventListener
    @Order(0)
    void on(Told<? extends IncidentEvent> told) {
        var what = sentence(told.event());
        if (what != null) {
            timeline.record(told.id(), told.event().incidentId(), told.at(), told.actor(), what);
        }
    }

    /** Null for what is no part of the story. */
    private static @Nullable String sentence(IncidentEvent event) {
        return switch (event) {
            case IncidentReported reported ->
                    "Incident suspected; source: " + lower(reported.source().label());
            case IncidentConfirmed confirmed ->
                    confirmed.criteria().isEmpty()
                            ? "Incident confirmed"
                            : "Incident confirmed: " + String.join("; ", confirmed.criteria());
            case IncidentDismissed dismissed -> "Dismissed: no incident";
            case IncidentDeclared declared ->
                    "Declared as " + declared.severity() + ", " + lower(declared.type().label());
            case SeverityChanged changed -> severity(changed);
            case LoweringProposed proposed ->
                    "Proposed to go from "
                            + proposed.from()
                            + " to "
                            + proposed.to()
                            + "; waits for legal or senior leadership";
            case StageChanged changed ->
                    "Stage: " + changed.from().key() + " to " + changed.to().key();
            case RoleAssigned assigned ->
                    assigned.role().label() + (assigned.person() == null ? " vacant" : " assigned");
            case AccessGranted granted -> "Access granted";
            case UpdateReleased released ->
                    "Update released to " + lower(released.audience().label());
            case NoticeWaived waived -> "Decided: no notice to " + lower(waived.audience().label());
            case FactConfirmed confirmed ->
                    "Fact confirmed: "
                            + FactKey.of(confirmed.fact())
                                    .map(key -> lower(key.label()))
                                    .orElse(confirmed.fact());
            case AccountsImported imported ->
                    String.format(
                            Locale.UK,
                            "Accounts imported: %,d of %,d affected",
                            imported.affected(),
                            imported.total());
            case StoryEvent told -> told.sentence();
            default -> null;
        };
    }

    private static String severity(SeverityChanged changed) {
        var agreed = changed.agreedBy() == null ? "" : ", agreed by a second person";
        return changed.from() == changed.to()
                ? "Type changed to " + lower(changed.type().label()) + agreed
                : "Severity changed from " + changed.from() + " to " + changed.to() + agreed;
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.UK);
    }
}
