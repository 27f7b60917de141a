package app.candor.delivery;

import app.candor.access.Guarded;
import app.candor.access.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param id chosen by whoever posts it: posting the same id again sends nothing twice. The {@code
 *     Message-ID} header is derived from it. Letters, digits and {@code . _ : -}, at most 200
 * @param from null for the portal's own address ({@code candor.mail.from-*})
 * @param to at least one, at most 500; all of them are named in the message
 * @param subject line breaks become spaces
 * @param text the plain alternative, always there
 * @param html the rich alternative; empty for none
 * @param attachments at most 25 MB together
 * @param incident id of the incident that it belongs to; null for none
 * @param guarded who may see it in the list of deliveries
 * @param about what it is, for the list of deliveries: {@code Hand-off package}
 */
public record OutgoingMail(
        String id,
        @Nullable MailAddress from,
        List<MailAddress> to,
        String subject,
        String text,
        String html,
        List<MailAttachment> attachments,
        @Nullable String incident,
        Guarded guarded,
        String about) {
    /** Most that the attachments of one message may weigh together, in bytes. */
    public static final long ATTACHMENTS_LIMIT = 25L * 1024 * 1024;

    private static final int RECIPIENTS_LIMIT = 500;

    /**
     * @throws Refused if it names nobody, too many people, or carries too much
     */
    public OutgoingMail {
        if (!id.matches("[A-Za-z0-9._:-]{1,200}")) {
            throw new IllegalArgumentException("Not an id for a message: " + OneLine.of(id));
        }
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        subject = OneLine.of(subject);
        if (to.isEmpty()) {
            throw new Refused("Name at least one recipient.");
        }
        if (to.size() > RECIPIENTS_LIMIT) {
            throw new Refused("A message takes at most 500 recipients; this has " + to.size());
        }
        var weight = attachments.stream().mapToLong(file -> file.bytes().length).sum();
        if (weight > ATTACHMENTS_LIMIT) {
            throw new Refused(
                    "Attachments may weigh at most 25 MB together; these weigh %.1f MB."
                            .formatted(weight / 1024.0 / 1024));
        }
    }
}
