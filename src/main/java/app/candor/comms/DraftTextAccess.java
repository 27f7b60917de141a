package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextHome;
import app.candor.coedit.TextRef;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read and type into the text of a draft, and where it is read. */
@Component
class DraftTextAccess implements TextAccess, TextHome {
    private final DraftStore drafts;
    private final Occasions occasions;
    private final Access access;

    DraftTextAccess(DraftStore drafts, Occasions occasions, Access access) {
        this.drafts = drafts;
        this.occasions = occasions;
        this.access = access;
    }

    @Override
    public String kind() {
        return DraftTexts.KIND;
    }

    @Override
    public Permission permission(Person person, TextRef text) {
        var draft = drafts.find(text.owner()).filter(found -> found.textId().equals(text.id()));
        if (draft.isEmpty()) {
            return Permission.NONE;
        }
        var guarded = occasions.guarded(draft.get().incident());
        if (!access.may(person, Act.READ, guarded)) {
            return Permission.NONE;
        }
        var writes =
                access.may(person, Act.DRAFT, guarded)
                        || draft.get().invited().contains(person.id());
        return writes && draft.get().isOpen() ? Permission.EDIT : Permission.READ;
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
