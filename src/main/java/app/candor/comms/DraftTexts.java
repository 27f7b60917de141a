package app.candor.comms;

import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.coedit.Version;
import app.candor.prosemirror.Node;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The co-edited texts of drafts: begun from a template, locked by submitting. */
@Component
class DraftTexts {
    static final String KIND = "draft";

    private final Texts texts;
    private final DraftStore drafts;
    private final DraftTemplates templates;

    DraftTexts(Texts texts, DraftStore drafts, DraftTemplates templates) {
        this.texts = texts;
        this.drafts = drafts;
        this.templates = templates;
    }

    void create(Draft draft, @Nullable Node initial, Occasion occasion) {
        var first = initial != null ? initial : templates.begun(draft.kind(), occasion);
        texts.create(new TextRef(draft.textId(), KIND, draft.id()), first);
    }

    Version current(Draft draft) {
        return texts.current(draft.textId());
    }

    /** Closes it to typing; the version that is locked, whoever locked it first. */
    Version lock(Draft draft, String by) {
        return texts.lock(draft.textId(), "Version " + draft.version() + " is in review", by);
    }

    /**
     * Opens it for typing unless it went into review meanwhile: then it is locked again, so that
     * whoever acts last leaves lock and draft in agreement.
     */
    void openUnlessInReview(String draftId, String reason, String by) {
        var draft = drafts.get(draftId);
        if (!(draft.state() instanceof DraftState.Editing)) {
            return;
        }
        texts.unlock(draft.textId(), reason, by);
        var now = drafts.get(draftId);
        if (!(now.state() instanceof DraftState.Editing)) {
            lock(now, by);
        }
    }

    /** Ids of everybody with an edit in text or subject since the draft was begun. */
    Set<String> writers(Draft draft) {
        var all = new HashSet<>(texts.writersSince(draft.textId(), 0));
        all.addAll(draft.bundle().subjectWriters());
        return all;
    }
}
