package app.candor.comms;

import app.candor.audit.Told;
import app.candor.incident.FactConfirmed;
import app.candor.incident.IncidentDeclared;
import app.candor.incident.SeverityChanged;
import app.candor.policy.SeverityClass;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Voids signatures as soon as what they stood for changes. Signing and release look again by
 * themselves: nothing depends on this having happened in time.
 */
@Component
class MovedGround {
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Clock clock;

    MovedGround(DraftStore drafts, Revisions revisions, Occasions occasions, Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.clock = clock;
    }

    @EventListener
    void on(Told<FactConfirmed> told) {
        if (told.event().material()) {
            lookAgain(told.event().incidentId());
        }
    }

    @EventListener
    void onSeverity(Told<SeverityChanged> told) {
        raise(told.event().incidentId(), told.event().severityClass());
    }

    @EventListener
    void onDeclared(Told<IncidentDeclared> told) {
        var incident = told.event().incidentId();
        raise(incident, occasions.of(incident).severityClass());
    }

    private void raise(String incident, SeverityClass severityClass) {
        for (var draft : drafts.ofIncident(incident)) {
            if (draft.isOpen()) {
                drafts.change(draft.id(), latest -> latest.raiseClass(severityClass));
            }
        }
        lookAgain(incident);
    }

    private void lookAgain(String incident) {
        var occasion = occasions.of(incident);
        for (var draft : drafts.ofIncident(incident)) {
            draft.review()
                    .filter(review -> review.voided() == null)
                    .ifPresent(review -> lookAgain(draft, review, occasion));
        }
    }

    private void lookAgain(Draft draft, Review review, Occasion occasion) {
        Drift.of(revisions.get(review.hash()), draft, occasion)
                .ifPresent(cause ->
                        drafts.change(
                                draft.id(),
                                latest ->
                                        latest.voidSignatures(
                                                review.number(), cause, clock.instant())));
    }
}
