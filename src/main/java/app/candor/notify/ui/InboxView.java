package app.candor.notify.ui;

import app.candor.access.People;
import app.candor.notify.Inbox;
import app.candor.notify.LivePages;
import app.candor.notify.Notice;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The latest notices to me, newest first; unread ones have a dot. */
@Route("inbox")
@PageTitle("Inbox · Candor")
@PermitAll
class InboxView extends Page {
    private static final int SHOWN = 100;

    private final Inbox inbox;
    private final Clock clock;
    private final Button readAll;
    private final PageHeader header;
    private final Panel panel = Panel.untitled("Notices");

    InboxView(Inbox inbox, People people, LivePages pages, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
        readAll = Buttons.secondary("Mark all as read", inbox::readAll);
        header = new PageHeader("Inbox", readAll);
        add(header, panel);
        draw();
        pages.watch(this, "inbox:" + people.current().id(), this::draw);
    }

    private void draw() {
        var notices = inbox.latest(SHOWN);
        var unread = inbox.unread();
        header.setSubtitle(unread == 0 ? "Everything is read" : unread + " unread");
        readAll.setVisible(unread > 0);
        panel.show();
        if (notices.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.BELL,
                            "No notices yet",
                            "What needs you or changed for you appears here."));
        }
        notices.stream().map(this::row).forEach(panel::add);
    }

    private ListRow row(Notice notice) {
        var now = clock.instant();
        var unread = notice.readAt() == null;
        var lead = unread ? new Icon(Glyph.DOT, "Unread") : new Icon(Glyph.CHECK, "Read");
        lead.addClassNames("i-s", unread ? "c-info" : "t3");
        var title = new Anchor(notice.link(), notice.title());
        title.addClassName("row-title");
        return new ListRow(
                lead, title, Times.relative(notice.at(), now), UtcTime.near(notice.at(), now));
    }
}
