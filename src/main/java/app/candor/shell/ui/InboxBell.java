package app.candor.shell.ui;

import app.candor.access.People;
import app.candor.notify.Inbox;
import app.candor.notify.LivePages;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.context.annotation.Scope;

/** The way to the inbox with the number of unread notices, which moves as they come in. */
@SpringComponent
@Scope("prototype")
class InboxBell extends Anchor {
    private final Inbox inbox;
    private final Span number = new Span();

    InboxBell(Inbox inbox, People people, LivePages pages) {
        this.inbox = inbox;
        setHref("/inbox");
        addClassName("bell");
        number.addClassName("n");
        add(new Icon(Glyph.BELL), number);
        showUnread();
        pages.watch(this, "inbox:" + people.current().id(), this::showUnread);
    }

    private void showUnread() {
        var unread = inbox.unread();
        number.setText(unread > 99 ? "99+" : Long.toString(unread));
        number.setVisible(unread > 0);
        setAriaLabel(unread == 0 ? "Inbox, nothing new" : "Inbox, " + unread + " new");
        setTitle(unread == 0 ? "Inbox" : "Inbox, " + unread + " new");
    }
}
