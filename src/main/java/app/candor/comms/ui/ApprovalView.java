package app.candor.comms.ui;

import app.candor.access.NotFound;
import app.candor.coedit.ui.MarginPanel;
import app.candor.coedit.ui.TextEditor;
import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.Reading;
import app.candor.comms.Review;
import app.candor.comms.rendering.TextChanges;
import app.candor.comms.rendering.TextChanges.Changed;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.SeverityBadge;
import app.candor.uikit.Times;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text before its signer: what changed since they signed, all of it, and the decision. */
@Route("approvals/:draft")
@StyleSheet("context://assets/comms.css")
@PermitAll
class ApprovalView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final CommsDesk desk;
    private String title = "Approval";
    private @Nullable Div suggesting;
    private int chosen;

    ApprovalView(CommsDesk desk) {
        this.desk = desk;
        addClassName("approval");
    }

    @Override
    public String getPageTitle() {
        return title + " · Candor";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var draft =
                desk.drafts()
                        .get(event.getRouteParameters().get("draft").orElseThrow(NotFound::new));
        title = draft.title();
        suggesting = null;
        removeAll();
        var content = new Div();
        content.addClassName("approval-frame");
        desk.pages().watch(content, "draft:" + draft.id(), () -> redraw(content, draft.id()));
        draw(content, draft);
        add(content);
    }

    private void redraw(Div content, String id) {
        try {
            draw(content, desk.drafts().get(id));
        } catch (NotFound taken) {
            // Access went: the page asks again and meets what everybody else meets.
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
    }

    private void draw(Div content, Draft draft) {
        content.removeAll();
        var reading = desk.readings().of(draft);
        var me = desk.people().current();
        var signed = draft.lastSignatureOf(me.id());
        var current = draft.review().map(Review::hash).orElse("");
        var changes =
                signed.filter(own -> !own.hash().equals(current))
                        .map(own -> desk.readings().at(draft, own.hash()).everything())
                        .map(before -> TextChanges.between(before, reading.everything()));
        var head = new Div(crumbs(draft), new H1(draft.title()));
        head.addClassName("approval-head");
        head.add(standing(draft, signed.orElse(null), changes.orElse(List.of()).size()));
        var tabs = new TabSheet();
        tabs.addClassName("approval-tabs");
        changes.ifPresent(list -> tabs.add("Changes " + list.size(), changes(list)));
        tabs.add("Full text", fullText(reading));
        tabs.add("Facts " + reading.facts().size(), facts(reading));
        tabs.add("Bundle", new BundlePanel(desk, draft, reading));
        tabs.add("Signatures", new GatesPanel(desk, draft));
        tabs.add("Suggest", suggesting(draft));
        tabs.setSelectedIndex(Math.min(chosen, tabs.getTabCount() - 1));
        tabs.addSelectedChangeListener(changed -> chosen = tabs.getSelectedIndex());
        content.add(head, new SigningNotes(desk, draft), tabs, new DecisionBar(desk, draft));
    }

    /** A signer never types into the text: what they type is suggested. It stays over a redraw. */
    private Div suggesting(Draft draft) {
        var open = suggesting;
        if (open == null) {
            var text = new TextEditor(draft.textId(), "Text of the message, in suggestion mode");
            text.startSuggesting();
            var paper = new Div(text);
            paper.addClassNames("card", "approval-editor");
            open = new Div(paper, new MarginPanel(desk.margin(), draft.textId(), text));
            open.addClassName("approval-margin");
            suggesting = open;
        }
        return open;
    }

    private Div crumbs(Draft draft) {
        var row = new Div();
        row.addClassNames("row", "wrap");
        var incident = draft.incident();
        if (incident != null) {
            var about = desk.incidents().get(incident);
            var key = new Anchor(DraftWords.path(draft, about.key()), about.key());
            key.addClassName("key");
            row.add(new SeverityBadge(about.severity()), key);
        }
        row.add(DraftWords.badge(desk, draft));
        return row;
    }

    private Paragraph standing(
            Draft draft,
            app.candor.comms.@org.jspecify.annotations.Nullable Signature own,
            int count) {
        var version = "This is version " + draft.version();
        var words = new Paragraph();
        words.addClassName("t2");
        if (draft.state() instanceof DraftState.Released) {
            words.setText("Version " + draft.version() + " is released. Nothing is left to sign.");
        } else if (wroteInIt(draft)) {
            words.setText(version + ". You wrote parts of it, so others sign it.");
        } else if (own == null) {
            words.setText(version + ". You have not signed an earlier one.");
        } else if (own.revision() == draft.version()) {
            words.setText(
                    "You signed version %d at %s."
                            .formatted(
                                    own.revision(), Times.near(own.at(), desk.clock().instant())));
        } else {
            words.setText(
                    "You signed version %d at %s. %s: %s changed."
                            .formatted(
                                    own.revision(),
                                    Times.near(own.at(), desk.clock().instant()),
                                    version,
                                    count == 0
                                            ? "no word"
                                            : count + (count == 1 ? " part" : " parts")));
        }
        return words;
    }

    private boolean wroteInIt(Draft draft) {
        var me = desk.people().current().id();
        return draft.review().filter(review -> review.writers().contains(me)).isPresent();
    }

    private static Div changes(List<Changed> list) {
        var all = new Div();
        all.addClassName("stack");
        if (list.isEmpty()) {
            all.add(
                    card(
                            new Span(
                                    "The words are those you signed. Facts, recipients or severity"
                                            + " behind them changed, or it was submitted again.")));
        }
        for (var change : list) {
            var section = new Div(change.section());
            section.addClassNames("over");
            var diff = new app.candor.uikit.DiffText();
            for (var piece : change.pieces()) {
                switch (piece.kind()) {
                    case SAME -> diff.same(piece.text());
                    case REMOVED -> diff.removed(piece.text());
                    case ADDED -> diff.added(piece.text());
                }
            }
            all.add(card(section, diff));
        }
        return all;
    }

    private static Div fullText(Reading reading) {
        var paper = new Div();
        paper.addClassNames("card", "padded", "doc", "approval-text");
        var subject = new Div(TextChanges.visible(reading.subject()));
        subject.addClassNames("b", "approval-subject");
        paper.add(subject);
        for (var block : reading.blocks()) {
            var text = TextChanges.visible(block.text());
            var picture = block.picture();
            if (picture != null) {
                paper.add(picture(picture, text));
                continue;
            }
            paper.add(
                    block.heading()
                            ? new com.vaadin.flow.component.html.H3(text)
                            : new Paragraph(text));
        }
        return paper;
    }

    /** What the readers get, and the words that others get in its place. */
    private static Div picture(String address, String words) {
        var image = new com.vaadin.flow.component.html.Image(address, words);
        image.addClassName("approval-picture");
        var caption = new Div(words);
        caption.addClassNames("s", "t2");
        return new Div(image, caption);
    }

    private Div facts(Reading reading) {
        var all = new Div();
        all.addClassName("stack");
        if (reading.facts().isEmpty()) {
            all.add(card(new Span("It shows no fact of the ledger.")));
        }
        for (var fact : reading.facts()) {
            var source =
                    new Div(
                            new Icon(Glyph.ALL_CLEAR).small(),
                            new Span(
                                    "Confirmed by %s at %s, %s"
                                            .formatted(
                                                    fact.confirmedBy(),
                                                    Times.near(fact.asOf(), desk.clock().instant()),
                                                    fact.source())));
            source.addClassNames("row", "s", "t2");
            all.add(card(BundlePanel.fact(fact), source));
        }
        return all;
    }

    private static Div card(com.vaadin.flow.component.Component... content) {
        var card = new Div(content);
        card.addClassNames("card", "approval-card");
        return card;
    }
}
