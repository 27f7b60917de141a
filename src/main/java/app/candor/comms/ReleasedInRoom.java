package app.candor.comms;

import app.candor.incident.Incident;
import app.candor.incident.ReleasedWords;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Status and staff updates as they left, for people who may know that an incident exists. */
@Component
class ReleasedInRoom implements ReleasedWords {
    private final DraftStore drafts;
    private final Revisions revisions;

    ReleasedInRoom(DraftStore drafts, Revisions revisions) {
        this.drafts = drafts;
        this.revisions = revisions;
    }

    @Override
    public List<Text> of(Incident incident) {
        return drafts.ofIncident(incident.id()).stream()
                .filter(draft ->
                        draft.kind() == DraftKind.STATUS_UPDATE
                                || draft.kind() == DraftKind.STAFF_UPDATE)
                .flatMap(this::text)
                .sorted(Comparator.comparing(Text::at).reversed())
                .toList();
    }

    private Stream<Text> text(Draft draft) {
        if (!(draft.state() instanceof DraftState.Released gone)) {
            return Stream.empty();
        }
        var revision = revisions.get(gone.hash());
        return Stream.of(
                new Text(
                        draft.kind().label(),
                        revision.subject(),
                        gone.at(),
                        HandOffFiles.text(revision)));
    }
}
