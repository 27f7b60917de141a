package app.candor.faq.ui;

import app.candor.faq.Entry;
import app.candor.faq.index.Card;
import app.candor.faq.index.Found;
import app.candor.faq.index.Marks;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers found, grouped by incident; arrows choose one while the search field keeps the focus. */
class ResultList extends Div {
    private static final int PREVIEW = 140;

    private final Consumer<Card> chosen;
    private final Function<Card, String> group;
    private List<Card> cards = List.of();
    private int current = -1;

    ResultList(Function<Card, String> group, Consumer<Card> chosen) {
        this.group = group;
        this.chosen = chosen;
        addClassNames("card", "faq-results");
        getElement().setAttribute("role", "listbox");
        getElement().setAttribute("aria-label", "Answers found");
        setId("faq-results");
    }

    /**
     * Shows what was found and chooses one.
     *
     * @param keepId id of the one to choose if it is still there, else the first
     */
    void show(Found found, String keepId, Instant now) {
        removeAll();
        var ordered = new ArrayList<Card>();
        grouped(found.cards())
                .forEach((under, group) -> {
                    add(heading(under));
                    for (var card : group) {
                        add(row(card, ordered.size(), found, now));
                        ordered.add(card);
                    }
                });
        cards = ordered;
        var kept = cards.stream().map(Card::id).toList().indexOf(keepId);
        choose(cards.isEmpty() ? -1 : Math.max(kept, 0));
    }

    /** The group of the best one first; within each the best first. */
    private Map<String, List<Card>> grouped(List<Card> found) {
        return found.stream()
                .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
    }

    /** Moves the choice by so many rows, staying inside. */
    void move(int by) {
        if (!cards.isEmpty()) {
            choose(Math.clamp(current + by, 0, cards.size() - 1));
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
            chosen.accept(cards.get(index));
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

    private static H2 heading(String words) {
        var title = new H2(words);
        title.addClassNames("over", "faq-group");
        title.getElement().setAttribute("role", "presentation");
        return title;
    }

    private Div row(Card card, int index, Found found, Instant now) {
        var title = new Div(Highlight.of(card.question(), found.stems()));
        title.addClassName("row-title");
        var row = new Div(title);
        if (!card.answer().isEmpty()) {
            var part = Marks.excerpt(card.answer(), found.stems(), PREVIEW);
            var preview = new Paragraph(Highlight.of(part, found.stems()));
            preview.addClassNames("s", "t2");
            row.add(preview);
        }
        row.add(meta(card, now));
        row.addClassName("faq-result");
        row.setId("faq-result-" + index);
        row.getElement().setAttribute("role", "option");
        row.getElement().setAttribute("data-index", Integer.toString(index));
        row.addClickListener(click -> choose(index));
        return row;
    }

    private static Div meta(Card card, Instant now) {
        var meta = new Div(state(card.stateAt(now)));
        meta.addClassName("row");
        if (card.version() > 0) {
            meta.add(
                    small("Version %d · %s".formatted(card.version(), Times.near(card.at(), now))));
        }
        if (!card.products().isEmpty()) {
            meta.add(small(String.join(", ", card.products().stream().sorted().toList())));
        }
        return meta;
    }

    static Badge state(Entry entry) {
        if (entry.isApproved()) {
            return state(Card.State.APPROVED);
        }
        return state(entry.blocked() == null ? Card.State.UNANSWERED : Card.State.BLOCKED);
    }

    private static Badge state(Card.State state) {
        return switch (state) {
            case APPROVED -> new Badge(Tone.OK, Glyph.CHECK, "Approved");
            case BLOCKED -> new Badge(Tone.BAD, Glyph.WARNING, "Do not use");
            case UNANSWERED -> new Badge(Tone.PLAIN, Glyph.HOURGLASS, "Not answered yet");
        };
    }

    private static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("xs", "t3");
        return span;
    }
}
