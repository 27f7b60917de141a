package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.report.PdfPages;
import app.candor.report.TextDocument;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Texts as PDF files; every page of an unsigned one says that it is none. */
@Service
public class TextPdfs {
    private final PdfPages pages;
    private final DraftStore drafts;
    private final Drafts desk;
    private final Readings readings;
    private final Revisions revisions;
    private final SignOffs signOffs;
    private final Occasions occasions;
    private final DraftPictures pictures;
    private final Access access;
    private final Clock clock;

    TextPdfs(
            PdfPages pages,
            DraftStore drafts,
            Drafts desk,
            Readings readings,
            Revisions revisions,
            SignOffs signOffs,
            Occasions occasions,
            DraftPictures pictures,
            Access access,
            Clock clock) {
        this.pages = pages;
        this.drafts = drafts;
        this.desk = desk;
        this.readings = readings;
        this.revisions = revisions;
        this.signOffs = signOffs;
        this.occasions = occasions;
        this.pictures = pictures;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The text as it stands: the revision in review or released, else what is being written.
     *
     * @throws NotFound if there is no such draft for this person
     */
    public byte[] preview(String id) {
        var draft = desk.get(id);
        var reading = readings.of(draft);
        var hash =
                switch (draft.state()) {
                    case DraftState.Editing open -> null;
                    case DraftState.InReview(var review) -> review.hash();
                    case DraftState.Released gone -> gone.hash();
                };
        var at = hash == null ? clock.instant() : revisions.get(hash).submittedAt();
        var key = occasions.of(draft.incident()).key();
        return pages.text(
                new TextDocument(
                        reading.subject().isBlank() ? draft.title() : reading.subject(),
                        draft.kind().label(),
                        key.isEmpty() ? null : key,
                        hash == null ? 0 : draft.version(),
                        hash,
                        signed(draft),
                        reading.html(),
                        at));
    }

    /**
     * Who answers for a released text, with version, hash and the newest entry of the audit log.
     *
     * @throws NotFound if there is no such released draft for this person
     */
    public byte[] signOff(String id) {
        var draft = drafts.get(id);
        access.require(Act.READ, occasions.guarded(draft.incident()));
        if (!(draft.state() instanceof DraftState.Released gone)) {
            throw new NotFound();
        }
        return signOffs.pdf(draft, gone, revisions.get(gone.hash()), clock.instant());
    }

    /** What leaves as a document; empty for texts that leave as messages alone. */
    Optional<byte[]> released(Revision revision) {
        return released(revision, revision);
    }

    /**
     * @param shown as its readers get it: marked after an emergency release
     */
    Optional<byte[]> released(Revision revision, Revision shown) {
        return revision.channel() == Channel.PDF
                ? Optional.of(
                        pages.text(
                                new TextDocument(
                                        revision.subject(),
                                        revision.kind().label(),
                                        revision.incidentKey(),
                                        revision.number(),
                                        revision.hash(),
                                        true,
                                        HandOffFiles.body(
                                                shown, pictures.inside(shown.text().id())),
                                        revision.submittedAt())))
                : Optional.empty();
    }

    private boolean signed(Draft draft) {
        return draft.state() instanceof DraftState.Released
                || draft.review().filter(review -> review.complete(desk.gates(draft))).isPresent();
    }
}
