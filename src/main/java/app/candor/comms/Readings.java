package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import org.springframework.stereotype.Service;

/** Shows drafts as their readers would get them. */
@Service
public class Readings {
    private final Revisions revisions;
    private final Occasions occasions;
    private final DraftTexts texts;
    private final Audiences audiences;
    private final CorrectedTexts corrected;
    private final DraftPictures pictures;
    private final Access access;

    Readings(
            Revisions revisions,
            Occasions occasions,
            DraftTexts texts,
            Audiences audiences,
            CorrectedTexts corrected,
            DraftPictures pictures,
            Access access) {
        this.revisions = revisions;
        this.occasions = occasions;
        this.texts = texts;
        this.audiences = audiences;
        this.corrected = corrected;
        this.pictures = pictures;
        this.access = access;
    }

    /** The revision in review or released; while it is edited, the text as it stands now. */
    public Reading of(Draft draft) {
        return switch (draft.state()) {
            case DraftState.InReview(var review) -> at(draft, review.hash());
            case DraftState.Released gone -> at(draft, gone.hash());
            case DraftState.Editing open -> live(draft);
        };
    }

    /**
     * One of its revisions.
     *
     * @throws NotFound if it never had a revision of that hash
     */
    public Reading at(Draft draft, String hash) {
        requireReader(draft);
        var revision = revisions.get(hash);
        if (!revision.draft().equals(draft.id())) {
            throw new NotFound();
        }
        return Reading.of(revision).with(pictures.inside(revision.text().id()));
    }

    private Reading live(Draft draft) {
        requireReader(draft);
        var occasion = occasions.of(draft.incident());
        return Reading.live(
                        draft,
                        audiences.resolve(draft, occasion),
                        occasion,
                        corrected
                                .of(draft)
                                .map(wrong -> wrong.above(texts.current(draft).doc().toJson()))
                                .orElseGet(() -> texts.current(draft).doc().toJson()))
                .with(pictures.inside(draft.textId()));
    }

    private void requireReader(Draft draft) {
        access.require(Act.READ, occasions.guarded(draft.incident()));
    }
}
