package app.candor.faq.ui;

import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.comms.rendering.TextChanges;
import app.candor.faq.Copy;
import app.candor.faq.Entry;
import app.candor.faq.RecallSheet;
import app.candor.uikit.Badge;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.DiffText;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.QuestionDialog;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** One outdated answer: what changed, whom it was given to, and the words that set it right. */
@Route("recalls/:recall")
@PageTitle("Recall · Candor")
@JsModule("context://assets/copy.js")
@StyleSheet("context://assets/recall.css")
@PermitAll
class RecallView extends Page implements BeforeEnterObserver {
    private final RecallDesk desk;
    private final Div content = new Div();
    private String id = "";

    /** Whether the next copy takes the focus: after one's own act, never after somebody else's. */
    private boolean leading;

    RecallView(RecallDesk desk) {
        this.desk = desk;
        addClassName("recall-page");
        content.addClassName("recall-parts");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("recall").orElseThrow(NotFound::new);
        var sheet = desk.recalls().get(id);
        desk.pages().watch(content, "faq:" + sheet.recall().entry(), this::draw);
        desk.pages().watch(content, "recall:" + sheet.recall().id(), this::draw);
        leading = true;
        draw(sheet);
        leading = false;
    }

    private void lead() {
        leading = true;
        draw();
        leading = false;
    }

    private void draw() {
        draw(desk.recalls().get(id));
    }

    private void draw(RecallSheet sheet) {
        content.removeAll();
        content.add(header(sheet));
        var end = sheet.recall().end();
        if (end != null) {
            content.add(
                    new Banner(
                            Tone.OK,
                            end.how().label() + ".",
                            (end.reason().isEmpty() ? "" : end.reason() + " ")
                                    + "By "
                                    + desk.nameOf(end.by())
                                    + ", "
                                    + Times.near(end.at(), desk.now())));
        }
        var block = sheet.cause();
        if (block != null) {
            content.add(new Banner(Tone.BAD, "Do not give the old answer.", block.cause()));
        }
        content.add(correction(sheet));
        sheet.given().forEach(given -> content.add(customers(sheet, given), changes(given, sheet)));
    }

    private PageHeader header(RecallSheet sheet) {
        var recall = sheet.recall();
        var header =
                new PageHeader(
                        sheet.entry().question(),
                        RecallWords.why(recall)
                                + " · "
                                + RecallWords.now(sheet.entry(), sheet.usable()));
        if (!recall.isOpen()) {
            return header;
        }
        var late = recall.due().isBefore(desk.now());
        header.with(
                late
                        ? new Badge(Tone.BAD, Glyph.WARNING, Times.left(recall.due(), desk.now()))
                        : new Badge(Tone.OUTLINE, "by " + Times.near(recall.due(), desk.now())));
        header.add(Buttons.tertiary("Pass on", () -> passOn(sheet)));
        if (recall.owner().equals(desk.me().id())) {
            header.add(
                    Buttons.secondary("Not needed", () -> notNeeded(sheet)),
                    Buttons.with(
                            Glyph.CHECK,
                            Buttons.primary("Customers were told", () -> done(sheet))));
        } else {
            header.setSubtitle("With " + desk.nameOf(recall.owner()));
        }
        return header;
    }

    private Panel correction(RecallSheet sheet) {
        var panel = new Panel("Text to send").padded();
        var answer = sheet.entry().answer();
        if (!sheet.usable() || answer == null) {
            panel.add(
                    new Banner(
                            Tone.WARN,
                            "There is no approved answer to send yet.",
                            "Tell the customers that the earlier one does not stand, and that you"
                                    + " come back to them. When a new answer is approved, this page"
                                    + " shows it."));
            return panel;
        }
        var before = new Paragraph(sheet.correction());
        before.addClassName("recall-before");
        var body =
                new Div(before, new Html("<div>" + desk.reading().html(answer, "", "") + "</div>"));
        body.addClassNames("doc");
        panel.add(body);
        return panel.note("Version " + answer.version() + ", approved");
    }

    private Panel customers(RecallSheet sheet, RecallSheet.Given given) {
        var panel = new Panel("Given version " + given.version());
        panel.note(RecallWords.customers(given.copies().size()));
        given.copies().forEach(copy -> panel.add(row(sheet, copy)));
        return panel;
    }

    private ListRow row(RecallSheet sheet, Copy copy) {
        var unknown = copy.customer().equals("unknown");
        var name = unknown ? "Customer not recorded" : copy.customer();
        var detail =
                (copy.ticket().isEmpty() ? "" : "Ticket " + copy.ticket() + " · ")
                        + Times.near(copy.at(), desk.now());
        var sent = sheet.corrected().contains(copy.id());
        var lead = sent ? new Icon(Glyph.CHECK, "Correction copied") : new Icon(Glyph.CIRCLE, "");
        var mine = sheet.recall().owner().equals(desk.me().id()) && sheet.recall().isOpen();
        if (!mine || !sheet.usable()) {
            return new ListRow(lead, name, detail);
        }
        var button =
                Buttons.with(
                        Glyph.COPY,
                        Buttons.small(
                                Buttons.secondary(
                                        sent ? "Copy again" : "Copy correction",
                                        () -> copy(sheet, copy))));
        button.setAriaLabel(button.getText() + " for " + name);
        if (leading && !sent && isFirst(sheet, copy)) {
            button.focus();
        }
        return new ListRow(lead, name, detail, button);
    }

    private static boolean isFirst(RecallSheet sheet, Copy copy) {
        return sheet.given().stream()
                .flatMap(given -> given.copies().stream())
                .filter(one -> !sheet.corrected().contains(one.id()))
                .findFirst()
                .filter(copy::equals)
                .isPresent();
    }

    private static Panel changes(RecallSheet.Given given, RecallSheet sheet) {
        var panel =
                new Panel(
                                sheet.usable()
                                        ? "What changed since version " + given.version()
                                        : "What version " + given.version() + " said")
                        .padded();
        if (given.changes().isEmpty()) {
            panel.add(new Paragraph("The words are the same."));
        }
        given.changes().forEach(change -> panel.add(diff(change)));
        return panel;
    }

    private static Component diff(TextChanges.Changed change) {
        var diff = new DiffText();
        for (var piece : change.pieces()) {
            switch (piece.kind()) {
                case SAME -> diff.same(piece.text());
                case REMOVED -> diff.removed(piece.text());
                case ADDED -> diff.added(piece.text());
            }
        }
        return new Paragraph(diff);
    }

    private void copy(RecallSheet sheet, Copy given) {
        try {
            var copied =
                    desk.recalls()
                            .correction(
                                    sheet.recall().id(),
                                    UUID.randomUUID().toString(),
                                    version(sheet.entry()),
                                    given.customer().equals("unknown") ? "" : given.customer(),
                                    given.ticket());
            getElement()
                    .executeJs("return window.candorCopy($0, $1)", copied.html(), copied.plain())
                    .then(
                            Boolean.class,
                            worked -> {
                                if (Boolean.TRUE.equals(worked)) {
                                    Toast.show("Copied the correction for " + given.customer());
                                } else {
                                    Toast.error(
                                            "The browser did not let Candor write to the clipboard."
                                                    + " Select the text and copy it.");
                                }
                            });
            lead();
        } catch (Refused refused) {
            Toast.error(String.valueOf(refused.getMessage()));
            draw();
        }
    }

    private static int version(Entry entry) {
        var answer = entry.answer();
        return answer == null ? 0 : answer.version();
    }

    private void done(RecallSheet sheet) {
        desk.recalls().done(sheet.recall().id());
        Toast.show("Done: customers were told");
    }

    private void notNeeded(RecallSheet sheet) {
        var reason = new TextArea("Why does nobody have to be told?");
        reason.setHelperText("It stays on record with your name.");
        reason.setWidthFull();
        new QuestionDialog("Nobody has to be told?", reason)
                .answer(
                        "Not needed",
                        () -> {
                            desk.recalls().notNeeded(sheet.recall().id(), reason.getValue());
                            Toast.show("On record: nobody has to be told");
                        })
                .open();
    }

    private void passOn(RecallSheet sheet) {
        var to = new ComboBox<Person>("To whom");
        to.setItems(desk.recalls().takers(sheet.recall()));
        to.setItemLabelGenerator(Person::name);
        to.setWidthFull();
        new QuestionDialog("Pass this recall on", to)
                .answer(
                        "Pass on",
                        () -> {
                            if (to.getValue() == null) {
                                throw new Refused("Choose a person.");
                            }
                            desk.recalls().passOn(sheet.recall().id(), to.getValue().id());
                            Toast.show(to.getValue().name() + " owes it now");
                        })
                .open();
    }
}
