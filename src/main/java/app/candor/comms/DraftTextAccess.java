package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextRef;
import org.springframework.stereotype.Component;

/** Who may read and type into the text of a draft. */
@Component
class DraftTextAccess implements TextAccess {
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
}
