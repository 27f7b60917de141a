package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextHome;
import app.candor.coedit.TextRef;
import app.candor.notify.SharedReadings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may read and type into the text of a draft, and where it is read. */
@Component
class DraftTextAccess implements TextAccess, TextHome {
    private final DraftStore drafts;
    private final Occasions occasions;
    private final Access access;
    private final SharedReadings readings;

    DraftTextAccess(
            DraftStore drafts, Occasions occasions, Access access, SharedReadings readings) {
        this.drafts = drafts;
        this.occasions = occasions;
        this.access = access;
        this.readings = readings;
    }

    @Override
    public String kind() {
        return DraftTexts.KIND;
    }

    /**
     * Asked at every message of everybody who writes. Draft and incident are read anew after each
     * change told on this node, and after a second at the latest.
     */
    @Override
    public Permission permission(Person person, TextRef text) {
        var draft =
                readings.often("draft:" + text.owner(), "stored", () -> drafts.find(text.owner()))
                        .filter(found -> found.textId().equals(text.id()));
        if (draft.isEmpty()) {
            return Permission.NONE;
        }
        var guarded = guarded(draft.get().incident());
        if (!access.may(person, Act.READ, guarded)) {
            return Permission.NONE;
        }
        var writes =
                access.may(person, Act.DRAFT, guarded)
                        || draft.get().invited().contains(person.id());
        return writes && draft.get().isOpen() ? Permission.EDIT : Permission.READ;
    }

    private Guarded guarded(@Nullable String incident) {
        return incident == null
                ? occasions.guarded(null)
                : readings.often(
                        "incident:" + incident, "occasion", () -> occasions.guarded(incident));
    }

    @Override
    public Optional<Place> place(TextRef text) {
        return drafts.find(text.owner())
                .filter(found -> found.textId().equals(text.id()))
                .map(this::place);
    }

    private Place place(Draft draft) {
        var incident = draft.incident();
        var occasion = occasions.of(incident);
        return incident == null
                ? new Place(draft.title(), "comms/" + draft.id(), null, occasion.guarded())
                : new Place(
                        draft.title() + " · " + occasion.key(),
                        "incidents/" + occasion.key() + "/comms/" + draft.id(),
                        incident,
                        occasion.guarded());
    }
}
