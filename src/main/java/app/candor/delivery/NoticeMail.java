package app.candor.delivery;

import app.candor.access.Guarded;
import app.candor.access.Visibility;
import app.candor.notify.NoticeGiven;
import app.candor.notify.NoticeSettings;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends a notice by mail as well, where its recipient wants that. The message says what the line in
 * the inbox says; without a mail server nothing is posted, since nobody would download a notice.
 */
@Component
class NoticeMail {
    private static final Guarded NOBODYS_LIST = new Guarded(Visibility.RESTRICTED, Set.of(), "");

    private final Outbox outbox;
    private final NoticeSettings settings;
    private final String portal;

    /**
     * @param portal address under which people reach the portal, for links; empty for none
     */
    NoticeMail(
            Outbox outbox,
            NoticeSettings settings,
            @Value("${candor.mail.portal:}") String portal) {
        this.outbox = outbox;
        this.settings = settings;
        this.portal = portal.replaceAll("/+$", "");
    }

    @EventListener
    void on(NoticeGiven given) {
        var notice = given.notice();
        var to = given.recipient();
        if (to.email().isBlank() || !outbox.canSend() || !settings.byMail(notice)) {
            return;
        }
        var where = portal.isEmpty() ? "" : portal + "/" + notice.link() + "\n\n";
        outbox.post(
                new OutgoingMail(
                        "notice:" + notice.id().replaceAll("[^A-Za-z0-9._:-]", "_"),
                        null,
                        List.of(new MailAddress(to.name(), to.email())),
                        notice.title(),
                        notice.title()
                                + ".\n\n"
                                + where
                                + "Which notices reach you by mail is set on your page in Candor.\n",
                        "",
                        List.of(),
                        null,
                        NOBODYS_LIST,
                        "Notice"));
    }
}
