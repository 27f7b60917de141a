package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.util.List;
import org.springframework.stereotype.Service;

/** The desk where a released text that turned out wrong is corrected by a new draft. */
@Service
public class Corrections {
    private final DraftStore store;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Access access;

    Corrections(
            DraftStore store,
            Drafts drafts,
            Revisions revisions,
            Occasions occasions,
            Access access) {
        this.store = store;
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.access = access;
    }

    /**
     * Begins a correction: the released words to change, for everybody who got them, and a first
     * sentence that names what it corrects.
     *
     * @throws NotFound if there is no such draft for this person
     * @throws Refused without the role, unless it was released, for a FAQ answer, or while another
     *     correction of it is on its way
     */
    public Draft begin(String id) {
        var wrong = drafts.get(id);
        if (!(wrong.state() instanceof DraftState.Released gone)) {
            throw new Refused("Only a released text is corrected. This one can still be edited.");
        }
        if (wrong.kind() == DraftKind.FAQ_ANSWER) {
            throw new Refused("An answer is not corrected here: change it in the FAQ library.");
        }
        if (store.correcting(id).stream().anyMatch(Draft::isOpen)) {
            throw new Refused("A correction of this text is being written already. Go on with it.");
        }
        var revision = revisions.get(gone.hash());
        return drafts.begin(
                new NewDraft(
                        wrong.kind(),
                        wrong.incident(),
                        wrong.owner(),
                        subject(revision.subject()),
                        wrong.bundle().audience(),
                        wrong.highestClass(),
                        Node.fromJson(Schema.candor(), revision.text().document()),
                        wrong.id()));
    }

    /** Those of a draft, oldest first. */
    public List<Draft> of(Draft draft) {
        access.require(Act.READ, occasions.guarded(draft.incident()));
        return store.correcting(draft.id());
    }

    private static String subject(String wrong) {
        var named = wrong.startsWith("Correction: ") ? wrong : "Correction: " + wrong;
        return named.length() <= 200 ? named : named.substring(0, 200);
    }
}
