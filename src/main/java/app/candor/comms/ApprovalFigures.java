package app.candor.comms;

import app.candor.incident.Incident;
import app.candor.incident.ReviewFigures;
import app.candor.uikit.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long texts of an incident waited for their signatures. */
@Component
class ApprovalFigures implements ReviewFigures {
    private final DraftStore drafts;

    ApprovalFigures(DraftStore drafts) {
        this.drafts = drafts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Figure> of(Incident incident) {
        var waits = new ArrayList<Duration>();
        for (var draft : drafts.ofIncident(incident.id())) {
            draft.review().flatMap(ApprovalFigures::wait).ifPresent(waits::add);
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

    /** From submitting to the last signature; empty without one. */
    private static java.util.Optional<Duration> wait(Review review) {
        return review.signatures().stream()
                .map(Signature::at)
                .max(java.time.Instant::compareTo)
                .map(last -> Duration.between(review.submittedAt(), last));
    }
}
