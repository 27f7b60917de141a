package app.candor.faq.ui;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.faq.Library;
import app.candor.faq.Negatives;
import app.candor.incident.Incident;
import app.candor.incident.RoomSection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way from an incident's room to its FAQ and pertinent negatives. */
@Component
class FaqInRoom implements RoomSection {
    private final Negatives negatives;
    private final Library library;
    private final Access access;

    FaqInRoom(Negatives negatives, Library library, Access access) {
        this.negatives = negatives;
        this.library = library;
        this.access = access;
    }

    @Override
    public String group() {
        return "Comms";
    }

    @Override
    public int order() {
        return 25;
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
        var skipped = negatives.of(incident.id()).skipped() != null;
        var open = skipped ? 0 : negatives.unanswered(incident.id()).size();
        var entries = library.ofIncident(incident.id()).size();
        var note =
                skipped
                        ? "skipped"
                        : open > 0
                                ? open + " unanswered"
                                : entries == 0 ? "" : Integer.toString(entries);
        return List.of(new RoomLink("book", "FAQ", note, incident.path() + "/faq", open > 0));
    }
}
