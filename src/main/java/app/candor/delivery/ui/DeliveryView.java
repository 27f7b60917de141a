package app.candor.delivery.ui;

import app.candor.access.NotFound;
import app.candor.delivery.Attempt;
import app.candor.delivery.Delivery;
import app.candor.delivery.MailAddress;
import app.candor.delivery.Outbox;
import app.candor.notify.LivePages;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.DefinitionRows;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One message: where it stands, every attempt, its bytes, and the way to retry or pause it. */
@Route("deliveries")
@PageTitle("Delivery · Candor")
@RolesAllowed({"SUPPORT", "COMMANDER", "CS_LEAD", "COMMS_LEAD"})
class DeliveryView extends Page implements HasUrlParameter<String> {
    private final Outbox outbox;
    private final Clock clock;
    private String shown = "";

    DeliveryView(Outbox outbox, LivePages pages, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
        pages.watch(this, Outbox.TOPIC, () -> show(shown));
    }

    /**
     * @throws NotFound if there is none for this person
     */
    @Override
    public void setParameter(BeforeEvent event, String id) {
        shown = id;
        show(id);
    }

    private void show(String id) {
        var delivery = outbox.get(id);
        removeAll();
        var back = new RouterLink("All deliveries", DeliveriesView.class);
        back.addClassName("s");
        add(back, header(delivery));
        if (delivery.possiblyRepeated()) {
            add(
                    new Banner(
                            Tone.WARN,
                            "Readers may hold this message twice.",
                            "One attempt ended before its result was recorded. The repeat carries"
                                    + " the same Message-ID, so most mail programs show it once."));
        }
        add(attempts(delivery), facts(delivery));
    }

    private PageHeader header(Delivery delivery) {
        var actions = new ArrayList<Component>();
        actions.add(download(delivery));
        if (outbox.maySteer(delivery)) {
            if (delivery.canPause()) {
                actions.add(Buttons.secondary("Pause delivery", () -> pause(delivery.id())));
            }
            if (delivery.canRetry() && outbox.canSend()) {
                actions.add(Buttons.primary("Retry now", () -> retry(delivery.id())));
            }
        }
        return new PageHeader(
                        delivery.subject().isEmpty() ? "No subject" : delivery.subject(),
                        delivery.about() + ": " + StateWords.detail(delivery, clock.instant()),
                        actions.toArray(Component[]::new))
                .with(StateWords.badge(delivery));
    }

    private Anchor download(Delivery delivery) {
        var file =
                DownloadHandler.fromInputStream(request -> {
                    var bytes = outbox.eml(delivery.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "message.eml",
                            "message/rfc822",
                            bytes.length);
                });
        var anchor = new Anchor(file, "Download .eml");
        anchor.addClassName("button");
        anchor.getElement().insertChild(0, new Icon(Glyph.DOWNLOAD).getElement());
        return anchor;
    }

    private void retry(String id) {
        outbox.retryNow(id);
        Toast.show("Another attempt is queued");
        show(id);
    }

    private void pause(String id) {
        outbox.pause(id);
        Toast.show("No further attempts until somebody asks for one");
        show(id);
    }

    private Panel attempts(Delivery delivery) {
        var panel = new Panel("Attempts").note("Times in UTC");
        if (delivery.attempts().isEmpty()) {
            panel.add(new EmptyState(Glyph.CLOCK, "No attempt yet", ""));
        }
        for (var attempt : delivery.attempts().reversed()) {
            panel.add(row(attempt));
        }
        return panel;
    }

    private ListRow row(Attempt attempt) {
        var words = new ArrayList<>(List.of(attempt.result().label()));
        if (attempt.endedAt() != null) {
            words.set(
                    0, words.getFirst() + " at " + Times.near(attempt.endedAt(), clock.instant()));
        }
        if (!attempt.detail().isEmpty()) {
            words.add(attempt.detail());
        }
        var trail =
                attempt.possibleRepeat()
                        ? new Badge(Tone.WARN, Glyph.COPY, "Possible repeat")
                        : new Span();
        return new ListRow(
                UtcTime.near(attempt.startedAt(), clock.instant()),
                "Attempt " + attempt.number(),
                String.join(". ", words),
                trail);
    }

    private static Panel facts(Delivery delivery) {
        var rows =
                new DefinitionRows()
                        .row("From", delivery.from().display())
                        .row(
                                "To",
                                delivery.to().stream()
                                        .map(MailAddress::display)
                                        .collect(Collectors.joining(", ")))
                        .row("Posted", UtcTime.full(delivery.postedAt()))
                        .row(
                                "Attachments",
                                delivery.attachments().isEmpty()
                                        ? "None"
                                        : String.join(", ", delivery.attachments()))
                        .row("Size", size(delivery.size()))
                        .row("Message-ID", code(delivery.messageId()))
                        .row("SHA-256", code(delivery.sha256()));
        return new Panel("Message", rows).padded();
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.addClassName("mono");
        return code;
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024
                ? Math.max(1, bytes / 1024) + " kB"
                : "%.1f MB".formatted(bytes / 1024.0 / 1024);
    }
}
