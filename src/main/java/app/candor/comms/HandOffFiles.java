package app.candor.comms;

import app.candor.access.Guarded;
import app.candor.comms.rendering.MailHtml;
import app.candor.comms.rendering.PictureAddress;
import app.candor.comms.rendering.PlainText;
import app.candor.delivery.Eml;
import app.candor.delivery.MailAddress;
import app.candor.delivery.MailAttachment;
import app.candor.delivery.OutgoingMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a released revision; each is a function of the revision alone. */
final class HandOffFiles {
    /** Reserved by RFC 2606: nothing sent there arrives, so a draft is never sent by mistake. */
    private static final String NOWHERE = "candor.invalid";

    private HandOffFiles() {}

    /** The message as a draft that mail programs open for sending. */
    static byte[] eml(Revision revision, List<MailAttachment> files) {
        var mail =
                new OutgoingMail(
                        "revision:" + revision.hash(),
                        null,
                        List.of(
                                new MailAddress(
                                        revision.audience().label() + ", see audience.csv",
                                        "audience@" + NOWHERE)),
                        revision.subject(),
                        text(revision),
                        html(revision),
                        files,
                        revision.incident(),
                        Guarded.open(),
                        revision.kind().label());
        return Eml.draft(
                Eml.of(
                        mail,
                        new MailAddress("", "sender@" + NOWHERE),
                        Eml.messageId(revision.hash(), NOWHERE),
                        revision.submittedAt()));
    }

    static String html(Revision revision) {
        return MailHtml.page(
                revision.subject(),
                revision.readerDocument(),
                tokens(revision),
                PictureAddress.IN_MESSAGE);
    }

    static String text(Revision revision) {
        return PlainText.of(revision.readerDocument(), tokens(revision));
    }

    static String body(Revision revision, PictureAddress pictures) {
        return MailHtml.body(revision.readerDocument(), tokens(revision), pictures);
    }

    /**
     * What leaves.
     *
     * @param shown the revision as its readers get it: marked after an emergency release
     * @param audience those it goes to: the revision's, or further accounts
     * @param attached the revision's own files, as stored
     * @param pdf the text as a document; empty where it is no document
     */
    static List<MailAttachment> files(
            Revision revision,
            Revision shown,
            ResolvedAudience audience,
            List<MailAttachment> attached,
            Optional<byte[]> pdf,
            byte[] signOff,
            byte[] proof) {
        var files = new ArrayList<MailAttachment>();
        var inside = new ArrayList<MailAttachment>();
        pdf.map(bytes -> new MailAttachment("document.pdf", "application/pdf", bytes))
                .ifPresent(inside::add);
        inside.addAll(attached);
        files.add(new MailAttachment("message.eml", "message/rfc822", eml(shown, inside)));
        files.add(
                new MailAttachment(
                        "message.txt",
                        "text/plain; charset=utf-8",
                        text(shown).getBytes(StandardCharsets.UTF_8)));
        pdf.map(bytes -> new MailAttachment("document.pdf", "application/pdf", bytes))
                .ifPresent(files::add);
        files.add(
                new MailAttachment(
                        "audience.csv", "text/csv; charset=utf-8", AudienceCsv.of(audience)));
        files.add(
                new MailAttachment("revision.json", "application/json", revision.canonicalBytes()));
        files.add(new MailAttachment("sign-off.pdf", "application/pdf", signOff));
        files.add(new MailAttachment("release.json", "application/json", proof));
        return List.copyOf(files);
    }

    private static RevisionTokens tokens(Revision revision) {
        return new RevisionTokens(revision, null);
    }
}
