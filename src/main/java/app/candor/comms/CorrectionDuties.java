package app.candor.comms;

import app.candor.access.Role;
import app.candor.audit.Told;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.FactConfirmed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A fact that a released text states and that changes afterwards makes the text wrong: correcting
 * it is owed, and holds the incident open where the fact is material. What was said to be unknown
 * is not made wrong by becoming known.
 *
 * <p>Only the newest released text of a kind and audience counts: a later one has said it anew.
 */
@Component
class CorrectionDuties {
    static final String KIND = "correction";

    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Duties duties;

    CorrectionDuties(DraftStore drafts, Revisions revisions, Occasions occasions, Duties duties) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.duties = duties;
    }

    @EventListener
    void on(Told<FactConfirmed> told) {
        var occasion = occasions.of(told.event().incidentId());
        var now =
                occasion.facts().stream()
                        .filter(fact -> fact.key().equals(told.event().fact()))
                        .findFirst();
        if (now.isEmpty()) {
            return;
        }
        for (var draft : newest(told.event().incidentId()).values()) {
            wrong(draft, now.get())
                    .ifPresent(said -> duties.owe(duty(told.id(), draft, occasion, now.get())));
        }
    }

    /** The correction left: what it corrects is right again. */
    @EventListener
    void onReleased(Told<DraftReleased> told) {
        var correction = drafts.get(told.event().draft());
        var corrected = correction.corrects();
        var incident = correction.incident();
        if (corrected == null || incident == null) {
            return;
        }
        duties.ofIncident(incident).stream()
                .filter(duty -> duty.kind().equals(KIND))
                .filter(duty -> duty.id().startsWith(prefix(corrected)))
                .forEach(duty -> duties.doneByItself(duty.id()));
    }

    private Map<String, Draft> newest(String incident) {
        var newest = new HashMap<String, Draft>();
        drafts.ofIncident(incident).stream()
                .filter(draft -> draft.kind() != DraftKind.FAQ_ANSWER)
                .filter(draft -> draft.state() instanceof DraftState.Released)
                .sorted(Comparator.comparing(CorrectionDuties::releasedAt))
                .forEach(draft ->
                        newest.put(draft.kind() + " " + draft.bundle().audience().scope(), draft));
        return newest;
    }

    private Optional<PinnedFact> wrong(Draft draft, PinnedFact now) {
        if (!(draft.state() instanceof DraftState.Released gone)) {
            return Optional.empty();
        }
        return revisions
                .get(gone.hash())
                .fact(now.key())
                .filter(said -> said.shown() || said.material())
                .filter(said -> !said.unknown())
                .filter(said -> !said.says(now.value(), now.unknown()));
    }

    private static java.time.Instant releasedAt(Draft draft) {
        return draft.state() instanceof DraftState.Released gone
                ? gone.at()
                : java.time.Instant.EPOCH;
    }

    private static Duty duty(String event, Draft draft, Occasion occasion, PinnedFact now) {
        return new Duty(
                prefix(draft.id()) + event,
                KIND,
                draft.incident(),
                occasion.guarded(),
                "Correct “%s”: %s changed after its release"
                        .formatted(draft.title(), now.label().toLowerCase(java.util.Locale.ROOT)),
                "incidents/" + occasion.key() + "/comms/" + draft.id(),
                null,
                Role.COMMS_LEAD,
                null,
                now.material(),
                new Duty.State.Open());
    }

    private static String prefix(String draft) {
        return KIND + ":" + draft + ":";
    }
}
