package app.candor.faq.ui;

import app.candor.faq.Entry;
import app.candor.uikit.Badge;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers found, grouped by incident; arrows choose one while the search field keeps the focus. */
class ResultList extends Div {
    private static final int PREVIEW = 140;

    private final Consumer<Entry> chosen;
    private final Function<Entry, String> group;
    private List<Entry> entries = List.of();
    private int current = -1;

    ResultList(Function<Entry, String> group, Consumer<Entry> chosen) {
        this.group = group;
        this.chosen = chosen;
        addClassNames("card", "faq-results");
        getElement().setAttribute("role", "listbox");
        getElement().setAttribute("aria-label", "Answers found");
        setId("faq-results");
    }

    void show(List<Entry> found, String typed, String keepId, Instant now) {
        entries = found;
        removeAll();
        var heading = "";
        for (var i = 0; i < found.size(); i++) {
            var entry = found.get(i);
            var under = group.apply(entry);
            if (!under.equals(heading)) {
                var title = new H2(under);
                title.addClassNames("over", "faq-group");
                title.getElement().setAttribute("role", "presentation");
                add(title);
                heading = under;
            }
            add(row(entry, i, typed, now));
        }
        var kept = found.stream().map(Entry::id).toList().indexOf(keepId);
        choose(found.isEmpty() ? -1 : Math.max(kept, 0));
    }

    /** Moves the choice by so many rows, staying inside. */
    void move(int by) {
        if (!entries.isEmpty()) {
            choose(Math.clamp(current + by, 0, entries.size() - 1));
        }
    }

    private void choose(int index) {
        current = index;
        getChildren()
                .filter(child -> child.getElement().hasAttribute("data-index"))
                .forEach(child -> {
                    var on =
                            child.getElement()
                                    .getAttribute("data-index")
                                    .equals(Integer.toString(index));
                    child.getElement().setAttribute("aria-selected", Boolean.toString(on));
                    if (on) {
                        showInList(child);
                    }
                });
        if (index >= 0) {
            chosen.accept(entries.get(index));
        }
    }

    /** Scrolls the list alone; the search field stays where it is. */
    private static void showInList(Component row) {
        row.getElement()
                .executeJs(
                        "const list = this.parentElement, above = list.scrollTop + 40;"
                                + "if (this.offsetTop < above) list.scrollTop = this.offsetTop - 40;"
                                + "const end = this.offsetTop + this.offsetHeight;"
                                + "if (end > list.scrollTop + list.clientHeight)"
                                + " list.scrollTop = end - list.clientHeight;");
    }

    private Div row(Entry entry, int index, String typed, Instant now) {
        var title = new Div(Highlight.of(entry.question(), typed));
        title.addClassName("row-title");
        var row = new Div(title);
        var answer = entry.answer();
        if (answer != null) {
            var words = answer.plain();
            var start = words.length() > PREVIEW ? words.substring(0, PREVIEW) + "…" : words;
            var preview = new Paragraph(Highlight.of(start, typed));
            preview.addClassNames("s", "t2");
            row.add(preview);
        }
        var meta = new Div(state(entry));
        meta.addClassName("row");
        if (answer != null) {
            meta.add(
                    small(
                            "Version %d · %s"
                                    .formatted(
                                            answer.version(),
                                            Times.near(answer.approvedAt(), now))));
        }
        row.add(meta);
        row.addClassName("faq-result");
        row.setId("faq-result-" + index);
        row.getElement().setAttribute("role", "option");
        row.getElement().setAttribute("data-index", Integer.toString(index));
        row.addClickListener(click -> choose(index));
        return row;
    }

    static Badge state(Entry entry) {
        if (entry.isApproved()) {
            return new Badge(Tone.OK, Glyph.CHECK, "Approved");
        }
        if (entry.blocked() != null) {
            return new Badge(Tone.BAD, Glyph.WARNING, "Do not use");
        }
        return new Badge(Tone.PLAIN, Glyph.HOURGLASS, "Not answered yet");
    }

    private static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("xs", "t3");
        return span;
    }
}
