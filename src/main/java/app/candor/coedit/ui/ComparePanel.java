package app.candor.coedit.ui;

import app.candor.coedit.versions.DiffHtml;
import app.candor.coedit.versions.VersionDesk.Spell;
import app.candor.prosemirror.TreeDiff;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Any two versions of one text, in one column or side by side. */
@StyleSheet("context://assets/margin.css")
public class ComparePanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient VersionTools tools;
    private final transient UnaryOperator<String> facts;
    private final transient TreeDiff diff;
    private final Div shown = new Div();
    private boolean beside;

    /**
     * @param path where the text is read, without a slash at its end
     * @param facts the value of a fact by its key
     * @throws app.candor.access.NotFound if the reader may not see it, or a version is missing
     */
    public ComparePanel(
            VersionTools tools,
            String textId,
            String path,
            long from,
            long to,
            UnaryOperator<String> facts) {
        this.tools = tools;
        this.facts = facts;
        this.diff = tools.versions().between(textId, from, to);
        addClassNames("compare", "stack-l");
        var spells = tools.versions().spells(textId, 0);
        var bar =
                new Div(
                        choice("From", spells, from, seq -> path + "/compare/" + seq + "/" + to),
                        choice("To", spells, to, seq -> path + "/compare/" + from + "/" + seq),
                        layout(),
                        new Anchor(path + "/history", "All versions"));
        bar.addClassName("margin-row");
        shown.addClassNames("card", "padded");
        add(bar, shown);
        draw();
    }

    private void draw() {
        shown.removeAll();
        if (diff.isEmpty()) {
            shown.add(
                    new EmptyState(
                            Glyph.CHECK,
                            "Nothing differs",
                            "Both versions are the same, word for word."));
            return;
        }
        shown.add(new Html(beside ? DiffHtml.beside(diff, facts) : DiffHtml.inline(diff, facts)));
    }

    private Select<Long> choice(
            String label, List<Spell> spells, long chosen, Function<Long, String> address) {
        Map<Long, Spell> bySeq =
                spells.stream()
                        .collect(Collectors.toMap(Spell::last, Function.identity(), (a, b) -> a));
        var versions = new LinkedHashSet<Long>();
        spells.forEach(spell -> versions.add(spell.last()));
        versions.add(chosen);
        versions.add(0L);
        var select = new Select<Long>();
        select.setLabel(label);
        select.setItems(versions);
        select.setItemLabelGenerator(seq -> {
            var spell = bySeq.get(seq);
            return seq == 0
                    ? "As it began"
                    : spell == null
                            ? "Version " + seq
                            : "Version %d, %s"
                                    .formatted(seq, Times.near(spell.until(), tools.now()));
        });
        select.setValue(chosen);
        select.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                UI.getCurrent().navigate(address.apply(changed.getValue()));
            }
        });
        return select;
    }

    private Div layout() {
        var group = new Div();
        group.addClassName("seg");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", "Layout");
        var one = new NativeButton("One column");
        var two = new NativeButton("Side by side");
        one.addClickListener(clicked -> choose(false, one, two));
        two.addClickListener(clicked -> choose(true, one, two));
        press(one, true);
        press(two, false);
        group.add(one, two);
        return group;
    }

    private void choose(boolean sides, NativeButton one, NativeButton two) {
        beside = sides;
        press(one, !sides);
        press(two, sides);
        draw();
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
