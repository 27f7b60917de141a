package app.candor.shell.ui;

import app.candor.shell.FindSource;
import app.candor.shell.Found;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Goes to a page, an incident or a draft by typing a part of its name: Ctrl+K. */
class GoTo extends Dialog {
    private static final int SHOWN = 8;
    private static final int PAUSE_MS = 120;

    private final Search search;
    private final TextField field = new TextField();
    private final UnorderedList list = new UnorderedList();
    private final Div state = new Div();
    private List<Found> found = List.of();
    private int chosen;

    GoTo(Search search) {
        this.search = search;
        addClassName("go-to");
        setWidth("min(620px, 94vw)");
        getElement().setAttribute("aria-label", "Go to");
        field.setAriaLabel("Go to a page, an incident or a draft");
        field.setPlaceholder("Page, incident key, title or subject");
        field.setClearButtonVisible(true);
        field.setMaxLength(200);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        field.addValueChangeListener(changed -> look());
        list.addClassName("go-to-list");
        state.addClassNames("s", "t2");
        state.getElement().setAttribute("role", "status");
        add(field, list, state);
        Shortcuts.addShortcutListener(this, () -> choose(1), Key.ARROW_DOWN).listenOn(this);
        Shortcuts.addShortcutListener(this, () -> choose(-1), Key.ARROW_UP).listenOn(this);
        Shortcuts.addShortcutListener(this, this::go, Key.ENTER).listenOn(this);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                field.clear();
                look();
                field.focus();
            }
        });
    }

    private void look() {
        var words = field.getValue().strip();
        var lines = new ArrayList<>(search.byName(words, SHOWN));
        if (words.length() >= FindSource.SHORTEST) {
            lines.add(
                    new Found(
                            "Search",
                            "Search all texts for “" + words + "”",
                            "",
                            "search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8),
                            0));
        }
        found = List.copyOf(lines);
        chosen = 0;
        draw();
    }

    private void choose(int by) {
        if (!found.isEmpty()) {
            chosen = Math.floorMod(chosen + by, found.size());
            draw();
        }
    }

    private void go() {
        if (chosen < found.size()) {
            close();
            UI.getCurrent().navigate(found.get(chosen).link());
        }
    }

    private void draw() {
        list.removeAll();
        for (var line = 0; line < found.size(); line++) {
            list.add(row(found.get(line), line == chosen));
        }
        state.setText(
                found.isEmpty()
                        ? "Nothing of that name. Three letters or more search in the texts."
                        : found.get(chosen).kind() + ": " + found.get(chosen).title());
        state.getElement().getClassList().set("sr-only", !found.isEmpty());
    }

    private ListItem row(Found line, boolean current) {
        var kind = new Span(line.kind());
        kind.addClassNames("xs", "t3", "go-to-kind");
        var title = new Span(line.title());
        title.addClassName("go-to-title");
        var detail = new Span(line.detail());
        detail.addClassNames("s", "t2");
        var link = new Anchor("/" + line.link(), kind, title, detail);
        link.getElement().addEventListener("click", clicked -> close());
        var item = new ListItem(link);
        item.setClassName("current", current);
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }
}
