package app.candor.delivery.ui;

import app.candor.delivery.Delivery;
import app.candor.delivery.MailAddress;
import app.candor.delivery.Outbox;
import app.candor.notify.LivePages;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Tone;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;

/** What leaves by mail and how far it has come, newest first. */
@Route("deliveries")
@PageTitle("Deliveries · Candor")
@Menu(title = "Deliveries", order = 70, icon = "send")
@RolesAllowed({"SUPPORT", "COMMANDER", "CS_LEAD", "COMMS_LEAD"})
class DeliveriesView extends Page {
    private static final int SHOWN = 200;

    private final Outbox outbox;
    private final Clock clock;
    private final Panel panel = Panel.untitled("Deliveries");

    DeliveriesView(Outbox outbox, LivePages pages, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
        add(new PageHeader("Deliveries", "Mail on its way out, with every attempt."));
        if (!outbox.canSend()) {
            add(
                    new Banner(
                            Tone.WARN,
                            "No mail server is configured.",
                            "Messages are kept here. Download one to send it by hand."));
        }
        add(panel);
        show();
        pages.watch(this, Outbox.TOPIC, this::show);
    }

    private void show() {
        var deliveries = outbox.visible(SHOWN);
        if (deliveries.isEmpty()) {
            panel.show(
                    new EmptyState(
                            Glyph.SEND,
                            "Nothing has been sent yet",
                            "Released messages and hand-off packages appear here."));
            return;
        }
        var now = clock.instant();
        panel.show(deliveries.stream().map(one -> row(one, now)).toArray(ListRow[]::new));
    }

    private static ListRow row(Delivery delivery, Instant now) {
        var title = new Span(link(delivery));
        title.addClassName("row-title");
        var to =
                delivery.to().stream()
                        .limit(2)
                        .map(MailAddress::display)
                        .collect(Collectors.joining(", "));
        var more = delivery.to().size() > 2 ? " and " + (delivery.to().size() - 2) + " more" : "";
        var detail =
                "%s to %s%s: %s"
                        .formatted(delivery.about(), to, more, StateWords.detail(delivery, now));
        var trail = new Span();
        trail.addClassName("row-trail");
        if (delivery.possiblyRepeated()) {
            trail.add(new Badge(Tone.WARN, Glyph.COPY, "Possible repeat"));
        }
        trail.add(StateWords.badge(delivery));
        return new ListRow(UtcTime.near(delivery.postedAt(), now), title, detail, trail);
    }

    private static RouterLink link(Delivery delivery) {
        return new RouterLink(
                delivery.subject().isEmpty() ? "No subject" : delivery.subject(),
                DeliveryView.class,
                delivery.id());
    }
}
