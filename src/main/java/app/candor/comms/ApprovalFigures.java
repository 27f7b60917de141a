package app.candor.comms;

import app.candor.incident.Incident;
import app.candor.incident.ReviewFigures;
import app.candor.uikit.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long texts of an incident waited for their signatures. */
@Component
class ApprovalFigures implements ReviewFigures {
    private final DraftStore drafts;
    private final Revisions revisions;

    ApprovalFigures(DraftStore drafts, Revisions revisions) {
        this.drafts = drafts;
        this.revisions = revisions;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Figure> of(Incident incident) {
        var waits = new ArrayList<Duration>();
        for (var draft : drafts.ofIncident(incident.id())) {
            wait(draft).ifPresent(waits::add);
        }
        if (waits.isEmpty()) {
            return List.of();
        }
        waits.sort(Duration::compareTo);
        return List.of(
                new Figure(
                        "Approval wait",
                        Times.span(waits.get(waits.size() / 2)),
                        "median of "
                                + waits.size()
                                + (waits.size() == 1 ? " text" : " texts")
                                + ", longest "
                                + Times.span(waits.getLast()),
                        false));
    }

    /** From submitting to the last signature of what was released or is in review. */
    private Optional<Duration> wait(Draft draft) {
        return switch (draft.state()) {
            case DraftState.Editing open -> Optional.empty();
            case DraftState.InReview(var review) ->
                    between(review.submittedAt(), review.signatures());
            case DraftState.Released gone ->
                    between(revisions.get(gone.hash()).submittedAt(), gone.signatures());
        };
    }

    private static Optional<Duration> between(Instant submitted, List<Signature> signatures) {
        return signatures.stream()
                .map(Signature::at)
                .max(Instant::compareTo)
                .map(last -> Duration.between(submitted, last));
    }
}
