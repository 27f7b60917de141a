package app.candor.faq.ui;

import app.candor.faq.Copies;
import app.candor.faq.Entry;
import app.candor.faq.FaqReading;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.DefinitionRows;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.KeyboardHint;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry: the answer as it will be pasted, what not to say, and the way to the clipboard. */
class AnswerPane extends Section {
    private final FaqReading reading;
    private final Copies copies;
    private final EntryDesk entries;
    private final Runnable replaced;
    private final TextField customer = new TextField("Customer");
    private final TextField ticket = new TextField("Ticket");
    private final Div head = new Div();
    private final Div body = new Div();
    private final Div around = new Div();
    private final Div bar;
    private final Div more = new Div();
    private final Span taken = new Span();
    private @Nullable Drawn drawn;

    /** What is on the page, so that a push that changes nothing of it moves nothing. */
    private record Drawn(Entry entry, Set<String> products, boolean harmless) {}

    AnswerPane(FaqReading reading, Copies copies, EntryDesk entries, Runnable replaced) {
        this.entries = entries;
        this.reading = reading;
        this.copies = copies;
        this.replaced = replaced;
        addClassNames("card", "faq-answer");
        getElement().setAttribute("aria-label", "Answer");
        remember(customer, "candor.faq.customer");
        remember(ticket, "candor.faq.ticket");
        customer.setMaxLength(120);
        ticket.setMaxLength(120);
        customer.setValueChangeMode(ValueChangeMode.LAZY);
        customer.addValueChangeListener(typed -> showBody());
        ticket.setValueChangeMode(ValueChangeMode.LAZY);
        ticket.addValueChangeListener(typed -> showBody());
        Shortcuts.addShortcutListener(this, () -> copy(false), Key.ENTER)
                .listenOn(customer, ticket);
        body.addClassName("doc");
        bar = copyBar();
        List.of(head, around, more).forEach(part -> part.addClassName("faq-part"));
        add(head, body, around, bar, more);
    }

    /**
     * Shows it. The fields of the copy stay where they are through every redraw: whoever types a
     * customer's name types on when something arrives.
     */
    void show(Entry next) {
        var now =
                new Drawn(
                        next,
                        entries.labels().of(next.id()),
                        entries.recalls().mayCallHarmless(next));
        if (now.equals(drawn)) {
            showTaken(next);
            return;
        }
        drawn = now;
        showHead(next);
        showBody();
        around.removeAll();
        if (!next.doNotSay().isBlank()) {
            around.add(doNotSay(next.doNotSay()));
        }
        bar.setVisible(next.isApproved() && reading.mayCopy());
        more.removeAll();
        reading.draftPath(next)
                .ifPresent(path -> more.add(new Anchor(path, "Answer being written")));
        more.add(new EntryActions(entries, next, replaced), footer(next, now.products()));
    }

    private @Nullable Entry entry() {
        return drawn == null ? null : drawn.entry();
    }

    private void showHead(Entry next) {
        head.removeAll();
        var badges = new Div(ResultList.state(next));
        badges.addClassName("row");
        if (next.pertinentNegative()) {
            badges.add(new Badge(Tone.OUTLINE, "Pertinent negative"));
        }
        var title = new H2(next.question());
        title.addClassName("faq-question");
        head.add(badges, title);
        var block = next.blocked();
        if (block != null) {
            head.add(
                    new Banner(
                            Tone.BAD,
                            "Do not give this answer now.",
                            block.cause() + ", " + Times.time(block.at()) + "."));
        }
    }

    /** Copies what is shown; says why not where it is not approved. */
    void copy(boolean plainOnly) {
        var shown = entry();
        var answer = shown == null ? null : shown.answer();
        if (shown == null) {
            return;
        }
        if (answer == null || !shown.isApproved()) {
            Toast.error("This answer is not approved now, so it was not copied.");
            return;
        }
        try {
            var copied =
                    copies.copy(
                            UUID.randomUUID().toString(),
                            shown.id(),
                            answer.version(),
                            customer.getValue(),
                            ticket.getValue());
            showTaken(shown);
            toClipboard(shown, copied, plainOnly);
        } catch (app.candor.access.Refused refused) {
            Toast.error(refused.getMessage());
            replaced.run();
        }
    }

    private void toClipboard(Entry shown, Copies.Copied copied, boolean plainOnly) {
        var html = plainOnly ? "" : copied.html();
        getElement()
                .executeJs(
                        "return $0 ? window.candorCopy($0, $1)"
                                + " : navigator.clipboard.writeText($1).then(() => true)",
                        html,
                        copied.plain())
                .then(
                        Boolean.class,
                        worked -> {
                            if (Boolean.TRUE.equals(worked)) {
                                Toast.show(done(shown, copied));
                            } else {
                                Toast.error(
                                        "The browser did not let Candor write to the clipboard. The"
                                                + " copy is on record; select the text and copy it.");
                            }
                        });
    }

    private String done(Entry shown, Copies.Copied copied) {
        var name = customer.getValue().isBlank() ? "" : " for " + customer.getValue().strip();
        return "Copied version %d of “%s”%s".formatted(copied.version(), shown.question(), name);
    }

    private void showBody() {
        body.removeAll();
        var shown = entry();
        if (shown == null) {
            return;
        }
        var answer = shown.answer();
        if (answer == null) {
            var line = new Paragraph("There is no approved answer yet. Do not improvise one.");
            line.addClassName("t2");
            body.add(line);
            return;
        }
        body.add(
                new Html(
                        "<div>"
                                + reading.html(answer, customer.getValue(), ticket.getValue())
                                + "</div>"));
    }

    private Div copyBar() {
        var plain = Buttons.secondary("Copy plain text", () -> copy(true));
        var rich = Buttons.with(Glyph.COPY, Buttons.primary("Copy answer", () -> copy(false)));
        rich.setSuffixComponent(new KeyboardHint("Enter"));
        var buttons = new Div(plain, rich);
        buttons.addClassName("row");
        var bar = new Div(customer, ticket, buttons);
        bar.addClassName("faq-copy");
        return bar;
    }

    private static Div doNotSay(String text) {
        var title = new Div(new Icon(Glyph.VOID), new H2("Do not say"));
        title.addClassNames("row", "c-bad");
        var words = new Paragraph(text);
        var box = new Div(title, words);
        box.addClassName("faq-do-not-say");
        return box;
    }

    private DefinitionRows footer(Entry shown, Set<String> products) {
        var rows = new DefinitionRows();
        rows.addClassName("faq-foot");
        var answer = shown.answer();
        if (answer != null) {
            rows.row("Signed by", String.join(", ", answer.signedBy()));
            rows.row("Approved", Times.dateTime(answer.approvedAt()));
            rows.row("Length", words(answer.plain()) + " of 90 words");
        }
        var verification = shown.verification();
        if (answer != null && verification != null) {
            rows.row(
                    "To be verified",
                    Times.date(verification.dueAt())
                            + ", every %d days by %s"
                                    .formatted(
                                            verification.everyDays(),
                                            entries.nameOf(verification.verifier())));
        }
        if (!products.isEmpty()) {
            rows.row("Products", String.join(", ", products));
        }
        if (shown.isCalledHarmless() && shown.harmless() != null) {
            rows.row("Change", "Only spelling or form, said " + shown.harmless().name());
        }
        showTaken(shown);
        rows.row("Copied", taken);
        return rows;
    }

    private void showTaken(Entry shown) {
        var times = copies.count(shown.id());
        var unnamed = times == 0 ? 0 : copies.countUnknown(shown.id());
        taken.setText(
                (times == 0 ? "never" : times(times))
                        + (unnamed == 0
                                ? ""
                                : ", " + times(unnamed) + " without a customer’s name"));
    }

    private static String times(long times) {
        return times == 1 ? "once" : times + " times";
    }

    private static int words(String plain) {
        return plain.isBlank() ? 0 : plain.strip().split("\\s+").length;
    }

    private static void remember(TextField field, String key) {
        var kept = VaadinSession.getCurrent().getAttribute(key);
        if (kept instanceof String text) {
            field.setValue(text);
        }
        field.addValueChangeListener(
                typed -> VaadinSession.getCurrent().setAttribute(key, typed.getValue()));
    }
}
