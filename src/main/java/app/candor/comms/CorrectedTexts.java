package app.candor.comms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What corrections correct, and who got it. Checks no rights. */
@Component
class CorrectedTexts {
    private final DraftStore drafts;
    private final Revisions revisions;
    private final ExtensionStore extensions;

    CorrectedTexts(DraftStore drafts, Revisions revisions, ExtensionStore extensions) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.extensions = extensions;
    }

    /** Empty for a draft that corrects nothing. */
    Optional<Corrected> of(Draft draft) {
        return revision(draft)
                .map(wrong ->
                        new Corrected(
                                wrong.draft(),
                                wrong.number(),
                                wrong.hash(),
                                wrong.subject(),
                                gone(wrong.draft()).at()));
    }

    /** Everybody who got the text that is corrected; empty for a draft that corrects nothing. */
    Optional<List<Recipient>> readers(Draft draft) {
        return revision(draft)
                .map(wrong -> {
                    var all = new ArrayList<>(wrong.audience().recipients());
                    extensions
                            .signedOf(wrong.draft())
                            .forEach(more -> all.addAll(more.recipients()));
                    return all;
                });
    }

    private Optional<Revision> revision(Draft draft) {
        var corrects = draft.corrects();
        return corrects == null
                ? Optional.empty()
                : Optional.of(revisions.get(gone(corrects).hash()));
    }

    private DraftState.Released gone(String draft) {
        if (drafts.get(draft).state() instanceof DraftState.Released gone) {
            return gone;
        }
        throw new IllegalStateException("Draft " + draft + " was corrected before it was released");
    }
}
