package app.candor.comms;

import app.candor.coedit.images.Images;
import app.candor.comms.rendering.PictureAddress;
import app.candor.delivery.MailAttachment;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pictures inside the text of a draft. The document names each by the SHA-256 of its bytes, so the
 * hash of a revision covers them; whatever reads one here looks whether it still has that hash.
 * Asks nobody's rights.
 */
@Component
class DraftPictures {
    private final Images images;

    DraftPictures(Images images) {
        this.images = images;
    }

    /** Why the pictures of a text cannot leave, in words; empty if they can. */
    List<String> problems(Draft draft, Map<String, @Nullable Object> document) {
        var shown = DocumentScan.of(document).pictures();
        if (shown.isEmpty()) {
            return List.of();
        }
        if (!draft.takesPictures()) {
            return List.of(
                    draft.standing() == null
                            ? "Readers of a text for the %s get words alone. Take its pictures out."
                                    .formatted(draft.bundle().channel().label())
                            : "A wording that is signed in advance is words alone. Take its"
                                    + " pictures out.");
        }
        var problems = new ArrayList<String>();
        if (shown.stream().anyMatch(picture -> picture.alt().isBlank())) {
            problems.add(
                    "A picture has no description: who reads plain text, or hears it, gets nothing"
                            + " in its place.");
        }
        long weight = draft.bundle().attachments().stream().mapToLong(Attachment::size).sum();
        for (var src : shown.stream().map(DocumentScan.Picture::src).distinct().toList()) {
            var stored = images.ofText(draft.textId(), src);
            if (stored.isEmpty()) {
                problems.add(
                        "A picture is not stored with this text, so nothing would show it. Add it"
                                + " again from its file.");
            }
            weight += stored.map(picture -> picture.bytes().length).orElse(0);
        }
        if (weight > DraftFiles.MOST_BYTES) {
            problems.add(
                    "Pictures and files weigh %.1f MB. They may weigh %d MB together, or mail servers turn them away."
                            .formatted(weight / 1048576.0, DraftFiles.MOST_BYTES / 1024 / 1024));
        }
        return problems;
    }

    /**
     * As parts of a message, in the order of the text.
     *
     * @throws IllegalStateException if stored bytes are missing or do not have their hash any more
     */
    List<MailAttachment> of(Revision revision) {
        return DocumentScan.of(revision.text().document()).pictures().stream()
                .map(DocumentScan.Picture::src)
                .distinct()
                .map(src -> part(revision.text().id(), src))
                .toList();
    }

    private MailAttachment part(String textId, String src) {
        var picture =
                images.ofText(textId, src)
                        .orElseThrow(() ->
                                new IllegalStateException("A picture of a revision is missing"));
        var stored = PictureAddress.stored(src);
        if (!stored.matches()) {
            throw new IllegalStateException("A picture of a revision has no hash");
        }
        return new MailAttachment(
                stored.group(2).substring(0, 8) + "." + stored.group(3),
                picture.type(),
                picture.bytes(),
                PictureAddress.contentId(stored.group(2)));
    }

    /** For pages and files that stand alone: the bytes are in the address (RFC 2397). */
    PictureAddress inside(String textId) {
        return src ->
                images.ofText(textId, src)
                        .map(picture ->
                                "data:%s;base64,%s"
                                        .formatted(
                                                picture.type(),
                                                Base64.getEncoder()
                                                        .encodeToString(picture.bytes())))
                        .orElse(null);
    }
}
