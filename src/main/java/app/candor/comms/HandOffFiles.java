package app.candor.comms;

import app.candor.access.Guarded;
import app.candor.comms.rendering.MailHtml;
import app.candor.comms.rendering.PlainText;
import app.candor.delivery.Eml;
import app.candor.delivery.MailAddress;
import app.candor.delivery.MailAttachment;
import app.candor.delivery.OutgoingMail;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of a released revision; each is a function of the revision alone. */
final class HandOffFiles {
    /** Reserved by RFC 2606: nothing sent there arrives, so a draft is never sent by mistake. */
    private static final String NOWHERE = "candor.invalid";

    private HandOffFiles() {}

    /** The message as a draft that mail programs open for sending. */
    static byte[] eml(Revision revision) {
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
                        List.of(),
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
        return MailHtml.page(revision.subject(), revision.text().document(), tokens(revision));
    }

    static String text(Revision revision) {
        return PlainText.of(revision.text().document(), tokens(revision));
    }

    static String body(Revision revision) {
        return MailHtml.body(revision.text().document(), tokens(revision));
    }

    /** What leaves, the sign-off sheet and the portal's proof last. */
    static List<MailAttachment> files(Revision revision, byte[] signOff, byte[] proof) {
        return List.of(
                new MailAttachment("message.eml", "message/rfc822", eml(revision)),
                new MailAttachment(
                        "message.txt",
                        "text/plain; charset=utf-8",
                        text(revision).getBytes(StandardCharsets.UTF_8)),
                new MailAttachment(
                        "audience.csv",
                        "text/csv; charset=utf-8",
                        AudienceCsv.of(revision.audience())),
                new MailAttachment("revision.json", "application/json", revision.canonicalBytes()),
                new MailAttachment("sign-off.pdf", "application/pdf", signOff),
                new MailAttachment("release.json", "application/json", proof));
    }

    private static RevisionTokens tokens(Revision revision) {
        return new RevisionTokens(revision, null);
    }
}
