package app.candor.coedit.ui;

import app.candor.coedit.Change;
import app.candor.coedit.versions.DiffHtml;
import app.candor.coedit.versions.VersionDesk.Name;
import app.candor.coedit.versions.VersionDesk.Spell;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Every version of one text: who wrote when, what changed, names, and bringing one back. */
@StyleSheet("context://assets/margin.css")
public class HistoryPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 200;

    private final transient VersionTools tools;
    private final String textId;
    private final String path;
    private final transient UnaryOperator<String> facts;
    private final Div list = new Div();
    private final Div opened = new Div();

    /**
     * @param path where the text is read, without a slash at its end
     * @param facts the value of a fact by its key
     */
    public HistoryPanel(
            VersionTools tools, String textId, String path, UnaryOperator<String> facts) {
        this.tools = tools;
        this.textId = textId;
        this.path = path;
        this.facts = facts;
        addClassNames("history", "stack-l");
        add(opened, list);
        draw();
    }

    private void draw() {
        list.removeAll();
        var spells = tools.versions().spells(textId, 0);
        Map<Long, Name> names =
                tools.versions().names(textId).stream()
                        .collect(Collectors.toMap(Name::seq, Function.identity()));
        var panel = new Panel("Versions").note("UTC, newest first");
        panel.action(new Anchor(path + "/authors", "Who wrote what"));
        if (spells.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.HISTORY, "Nobody has written yet", "Each edit appears here."));
        }
        spells.stream().limit(MOST_SHOWN).forEach(spell -> panel.add(row(spell, names)));
        list.add(panel);
    }

    private Component row(Spell spell, Map<Long, Name> names) {
        var name = names.get(spell.last());
        var title =
                switch (spell.lock()) {
                    case LOCK -> "Locked";
                    case UNLOCK -> "Opened again";
                    case EDIT -> "Version " + spell.last();
                };
        var words = new Div(new Span(name == null ? title : name.name()));
        words.addClassName("row");
        if (name != null) {
            words.add(new Badge(Tone.INFO, title));
        }
        var detail =
                "%s, %s"
                        .formatted(
                                tools.names(spell.people()),
                                Times.near(spell.until(), tools.now()));
        var actions = new Div();
        actions.addClassNames("row", "wrap");
        if (spell.lock() == Change.Kind.EDIT) {
            var changed =
                    new Anchor(
                            path + "/compare/" + (spell.first() - 1) + "/" + spell.last(),
                            "What changed");
            actions.add(
                    changed,
                    Buttons.small(Buttons.tertiary("Open", () -> open(spell.last(), title))));
            if (tools.rights().mayWrite(textId)) {
                actions.add(
                        Buttons.small(Buttons.tertiary("Name", () -> askName(spell.last(), name))),
                        Buttons.small(
                                Buttons.tertiary(
                                        "Restore", () -> askRestore(spell.last(), title))));
            }
        }
        return new ListRow(UtcTime.bare(spell.from()), words, detail, actions);
    }

    private void open(long seq, String title) {
        var version = tools.versions().at(textId, seq);
        var panel =
                new Panel(title, new Html(DiffHtml.plain(version.doc(), facts)))
                        .note("as it stood then")
                        .padded();
        panel.action(Buttons.small(Buttons.tertiary("Close", opened::removeAll)));
        var compare = new Anchor(path + "/compare/" + seq + "/" + current(), "Compare with now");
        opened.removeAll();
        opened.add(panel, compare);
        opened.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    private long current() {
        return tools.versions().current(textId).seq();
    }

    private void askName(long seq, @org.jspecify.annotations.Nullable Name before) {
        var dialog = new Dialog("Name version " + seq);
        var name = new TextField("Name");
        name.setValue(before == null ? "" : before.name());
        name.setMaxLength(80);
        name.setWidthFull();
        dialog.add(name);
        dialog.getFooter()
                .add(
                        Buttons.tertiary("Cancel", dialog::close),
                        Buttons.primary(
                                "Name version",
                                () -> {
                                    tools.versions().name(textId, seq, name.getValue());
                                    dialog.close();
                                    draw();
                                }));
        dialog.open();
        name.focus();
    }

    private void askRestore(long seq, String title) {
        var dialog = new Dialog("Restore " + title.toLowerCase(java.util.Locale.ROOT));
        dialog.add(
                new Paragraph(
                        "The text becomes what it was then, as an edit of yours. Nothing is lost:"
                                + " what stands there now stays in this list, and comments stay on"
                                + " the words that do not change."));
        dialog.setWidth("min(480px, 94vw)");
        dialog.getFooter()
                .add(
                        Buttons.tertiary("Cancel", dialog::close),
                        Buttons.primary(
                                "Restore version " + seq,
                                () -> {
                                    dialog.close();
                                    var now = tools.versions().restore(textId, seq);
                                    Toast.show(
                                            "Version %d is the text again, as version %d"
                                                    .formatted(seq, now.seq()));
                                    draw();
                                }));
        dialog.open();
    }
}
