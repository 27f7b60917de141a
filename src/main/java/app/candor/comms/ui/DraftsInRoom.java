package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.comms.CommsPlans;
import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.comms.DraftState;
import app.candor.comms.Drafts;
import app.candor.incident.Incident;
import app.candor.incident.RoomSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The drafts of an incident in its room. */
@Component
class DraftsInRoom implements RoomSection {
    private final Drafts drafts;
    private final CommsPlans plans;
    private final app.candor.access.Access access;

    DraftsInRoom(Drafts drafts, CommsPlans plans, app.candor.access.Access access) {
        this.drafts = drafts;
        this.plans = plans;
        this.access = access;
    }

    @Override
    public String group() {
        return "Comms";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean isSameForAllReaders() {
        return true;
    }

    @Override
    public List<RoomLink> links(Incident incident) {
        if (!access.may(Act.READ, incident.guarded())) {
            return List.of();
        }
        var gaps = plans.of(incident.id()).gaps().size();
        var links = new ArrayList<RoomLink>();
        links.add(
                new RoomLink(
                        "checklist",
                        "Who is told",
                        gaps == 0 ? "" : gaps + " undecided",
                        incident.path() + "/comms",
                        gaps > 0));
        drafts.ofIncident(incident.id()).stream()
                .filter(draft -> draft.kind() != DraftKind.FAQ_ANSWER)
                .map(draft -> link(incident, draft))
                .forEach(links::add);
        return links;
    }

    private RoomLink link(Incident incident, Draft draft) {
        return new RoomLink(
                DraftRow.glyph(draft).name().toLowerCase(Locale.ROOT),
                draft.title(),
                note(draft),
                DraftWords.path(draft, incident.key()),
                draft.review().filter(review -> review.voided() != null).isPresent());
    }

    private String note(Draft draft) {
        return switch (draft.state()) {
            case DraftState.InReview(var review) ->
                    review.voided() == null
                            ? DraftWords.progress(review, drafts.gates(draft))
                            : "void";
            case DraftState.Editing open -> open.label();
            case DraftState.Released gone -> "released";
        };
    }
}
