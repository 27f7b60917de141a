package app.candor.comms;

import app.candor.comms.rendering.MailHtml;
import app.candor.comms.rendering.PictureAddress;
import app.candor.comms.rendering.PlainText;
import app.candor.comms.rendering.ReadingBlock;
import app.candor.comms.rendering.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its reader would get it: a revision, or the text as it stands now.
 *
 * @param facts those that the text shows
 * @param attachments files that leave with it
 * @param pictures where whoever shows it finds its pictures
 */
public record Reading(
        String subject,
        ResolvedAudience audience,
        Map<String, @Nullable Object> document,
        List<PinnedFact> facts,
        List<Attachment> attachments,
        Tokens tokens,
        PictureAddress pictures) {

    /** With the words of pictures in their place. */
    public Reading(
            String subject,
            ResolvedAudience audience,
            Map<String, @Nullable Object> document,
            List<PinnedFact> facts,
            List<Attachment> attachments,
            Tokens tokens) {
        this(subject, audience, document, facts, attachments, tokens, PictureAddress.NONE);
    }

    /** With the names of merge fields in brackets. */
    public static Reading of(Revision revision) {
        return of(revision, null);
    }

    /**
     * @param recipient whose values the merge fields take; null to show their names
     */
    public static Reading of(Revision revision, @Nullable Recipient recipient) {
        return new Reading(
                revision.subject(),
                revision.audience(),
                revision.readerDocument(),
                revision.shownFacts(),
                revision.attachments(),
                new RevisionTokens(revision, recipient),
                PictureAddress.IN_MESSAGE);
    }

    static Reading live(
            Draft draft,
            ResolvedAudience audience,
            Occasion occasion,
            Map<String, @Nullable Object> document) {
        var shown = DocumentScan.of(document).facts();
        var facts =
                occasion.facts().stream()
                        .filter(fact -> shown.contains(fact.key()))
                        .map(fact -> fact.asShown(true))
                        .toList();
        return new Reading(
                draft.bundle().subject(),
                audience,
                document,
                facts,
                draft.bundle().attachments(),
                new LiveTokens(facts, draft.standing() != null));
    }

    /** The same, shown by something that finds pictures elsewhere. */
    Reading with(PictureAddress address) {
        return new Reading(subject, audience, document, facts, attachments, tokens, address);
    }

    public String plainText() {
        return PlainText.of(document, tokens);
    }

    /** Rich text without a page around it, styled inline. */
    public String html() {
        return MailHtml.body(document, tokens, pictures);
    }

    /** As a whole page that loads nothing. */
    public String mailPage() {
        return MailHtml.page(subject, document, tokens, pictures);
    }

    /** As {@link #mailPage}, the way mail programs turn a message dark that names no colours. */
    public String darkPage() {
        return mailPage()
                .replace(
                        "</head>",
                        "<style>html{filter:invert(.88) hue-rotate(180deg);background:#fff}"
                                + "img{filter:invert(1) hue-rotate(180deg)}</style>"
                                + "</head>");
    }

    /** Blocks of the text. */
    public List<ReadingBlock> blocks() {
        return ReadingBlock.of(document, tokens);
    }

    /** Blocks of the text and before them the rest of the bundle, for comparing. */
    public List<ReadingBlock> everything() {
        var all = new ArrayList<ReadingBlock>();
        all.add(new ReadingBlock("Subject", subject, false));
        all.add(new ReadingBlock("Audience", audience.label(), false));
        attachments.forEach(file -> all.add(new ReadingBlock("Attachments", file.words(), false)));
        all.addAll(blocks());
        return all;
    }

    private record LiveTokens(List<PinnedFact> facts, boolean slots) implements Tokens {
        @Override
        public String fact(String key) {
            return facts.stream()
                    .filter(fact -> fact.key().equals(key))
                    .map(PinnedFact::shownValue)
                    .findFirst()
                    .orElseGet(() -> slots ? Slots.shown(key) : "not yet known");
        }

        @Override
        public String mergeField(String name) {
            return "[" + MergeField.named(name).map(MergeField::label).orElse(name) + "]";
        }
    }
}
