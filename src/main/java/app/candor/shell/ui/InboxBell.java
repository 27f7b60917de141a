package app.candor.shell.ui;

import app.candor.access.People;
import app.candor.notify.Inbox;
import app.candor.notify.LivePages;
import app.candor.notify.NoticeSettings;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Scope;

/** The way to the inbox with the number of unread notices, which moves as they come in. */
@SpringComponent
@Scope("prototype")
class InboxBell extends Anchor {
    /** More at once are one look into the inbox, not as many popups. */
    private static final int AT_ONCE = 3;

    private final Inbox inbox;
    private final NoticeSettings settings;
    private final Span number = new Span();
    private Instant shownUpTo;

    InboxBell(Inbox inbox, NoticeSettings settings, People people, LivePages pages, Clock clock) {
        this.inbox = inbox;
        this.settings = settings;
        shownUpTo = clock.instant();
        setHref("/inbox");
        addClassName("bell");
        number.addClassName("n");
        add(new Icon(Glyph.BELL), number);
        showUnread();
        pages.watch(this, "inbox:" + people.current().id(), this::showNew);
    }

    private void showNew() {
        showUnread();
        if (!settings.browser()) {
            return;
        }
        var latest =
                inbox.latest(AT_ONCE).stream()
                        .filter(one -> one.readAt() == null && one.at().isAfter(shownUpTo))
                        .toList();
        for (var notice : latest.reversed()) {
            shownUpTo = notice.at();
            getElement()
                    .executeJs(
                            "window.candorNotice?.($0, $1, $2)",
                            notice.id(),
                            notice.title(),
                            notice.link());
        }
    }

    private void showUnread() {
        var unread = inbox.unread();
        number.setText(unread > 99 ? "99+" : Long.toString(unread));
        number.setVisible(unread > 0);
        setAriaLabel(unread == 0 ? "Inbox, nothing new" : "Inbox, " + unread + " new");
        setTitle(unread == 0 ? "Inbox" : "Inbox, " + unread + " new");
    }
}
