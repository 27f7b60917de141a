package app.candor.coedit.ui;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.coedit.margin.MarginChanged;
import app.candor.coedit.margin.PlacedNote;
import app.candor.prosemirror.Json;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Comments and suggestions of one text, beside its editor.
 *
 * <p>Tells the editor what to mark in the text and keeps what the editor asks it to. Whoever may
 * read the text may comment and suggest; the panel shows only what the reader may do.
 */
@StyleSheet("context://assets/margin.css")
public class MarginPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient MarginTools tools;
    private final String textId;
    private final TextEditor editor;
    private final Div bar = new Div();
    private final Div composer = new Div();
    private final Div list = new Div();
    private final transient Map<String, NoteCard> cards = new LinkedHashMap<>();
    private transient Consumer<Integer> counted = count -> {};
    private transient Runnable wanted = () -> {};
    private boolean settled;

    public MarginPanel(MarginTools tools, String textId, TextEditor editor) {
        this.tools = tools;
        this.textId = textId;
        this.editor = editor;
        addClassName("margin");
        bar.addClassName("margin-bar");
        list.addClassName("margin-list");
        add(bar, composer, list);
        listen("candor-comment", this::begin, "seq", "from", "to");
        listen("candor-suggestion", this::suggest, "id", "seq", "steps");
        listen("candor-note", this::clicked, "id");
        listen("candor-notes-stale", event -> draw());
        // By the editor: the panel may wait unseen behind a tab.
        tools.pages().watch(editor, MarginChanged.topic(textId), this::redraw);
        draw();
    }

    /** Hears how many open notes there are, now and after every change. */
    public void counting(Consumer<Integer> listener) {
        counted = listener;
        counted.accept(cards.size());
    }

    /** Hears when the panel has something to show: it may be behind a tab. */
    public void wanting(Runnable listener) {
        wanted = listener;
    }

    private void redraw() {
        try {
            draw();
        } catch (NotFound taken) {
            list.removeAll();
            cards.clear();
        }
    }

    private void draw() {
        var open = tools.margin().open(textId);
        editor.getElement().setProperty("notes", Json.print(forEditor(open)));
        drawBar(open);
        if (settled) {
            drawSettled();
        } else {
            drawOpen(open);
        }
        counted.accept(open.size());
    }

    private void drawOpen(List<PlacedNote> open) {
        if (open.isEmpty()) {
            cards.clear();
            list.removeAll();
            list.add(
                    new EmptyState(
                            Glyph.PENCIL,
                            "Nothing said beside this text",
                            "Mark words and press Comment, or switch on Suggest and type."));
            return;
        }
        var ordered = open.stream().sorted(Comparator.comparing(PlacedNote::from)).toList();
        var kept = new HashMap<>(cards);
        cards.clear();
        for (var placed : ordered) {
            var card = kept.get(placed.note().id());
            if (card == null) {
                card = new NoteCard(tools, this, placed);
            } else {
                card.show(placed);
            }
            cards.put(placed.note().id(), card);
        }
        if (!list.getChildren().toList().equals(List.copyOf(cards.values()))) {
            list.removeAll();
            cards.values().forEach(list::add);
        }
    }

    private void drawSettled() {
        list.removeAll();
        cards.clear();
        var notes = tools.margin().settled(textId);
        if (notes.isEmpty()) {
            list.add(
                    new EmptyState(
                            Glyph.CHECK, "Nothing settled yet", "What is resolved moves here."));
        }
        for (var note : notes) {
            var place = note.place();
            list.add(
                    new NoteCard(
                            tools,
                            this,
                            new PlacedNote(
                                    note, place.seq(), place.from(), place.to(), List.of())));
        }
    }

    private void drawBar(List<PlacedNote> open) {
        bar.removeAll();
        var title = new Span(open.size() + " open");
        title.addClassNames("t2", "grow");
        bar.add(title);
        long suggested = open.stream().filter(placed -> placed.note().isSuggestion()).count();
        if (!settled && suggested > 1 && tools.rights().mayWrite(textId)) {
            bar.add(
                    Buttons.small(Buttons.secondary("Accept all " + suggested, this::acceptAll)),
                    Buttons.small(Buttons.tertiary("Reject all", this::rejectAll)));
        }
        bar.add(
                Buttons.small(
                        Buttons.tertiary(
                                settled ? "Show open" : "Show settled",
                                () -> {
                                    settled = !settled;
                                    cards.clear();
                                    draw();
                                })));
    }

    private void acceptAll() {
        var outcome = tools.suggestions().acceptAll(textId);
        if (outcome.left().isEmpty()) {
            Toast.show("Accepted " + outcome.accepted());
        } else {
            Toast.error(
                    "Accepted %d. %d could not be accepted and stay here: the text is locked or their words are gone."
                            .formatted(outcome.accepted(), outcome.left().size()));
        }
    }

    private void rejectAll() {
        Toast.show("Rejected " + tools.suggestions().rejectAll(textId, ""));
    }

    private void begin(DomEvent event) {
        long seq = number(event, "seq");
        int from = Math.toIntExact(number(event, "from"));
        int to = Math.toIntExact(number(event, "to"));
        var id = UUID.randomUUID().toString();
        if (settled) {
            settled = false;
            draw();
        }
        wanted.run();
        composer.removeAll();
        composer.add(
                new Composer(
                        tools,
                        textId,
                        "Comment on the marked words",
                        "Comment",
                        words -> {
                            tools.margin().comment(textId, id, seq, from, to, words);
                            composer.removeAll();
                            draw();
                        },
                        composer::removeAll));
    }

    private void clicked(DomEvent event) {
        wanted.run();
        mark(text(event, "id"));
    }

    private void suggest(DomEvent event) {
        var id = text(event, "id");
        try {
            tools.suggestions().suggest(textId, id, number(event, "seq"), text(event, "steps"), "");
            draw();
        } catch (Refused why) {
            editor.getElement().callJsFunction("suggestionRefused", id);
            Toast.error(why.getMessage());
        }
    }

    /** Brings the words of a note into sight. */
    void show(String id) {
        editor.getElement().callJsFunction("showNote", id);
        mark(id);
    }

    /** Accepts a suggestion on the text as this page shows it. */
    void accept(String id) {
        editor.getElement()
                .executeJs("return this.shown ? this.shown() : -1")
                .then(
                        Integer.class,
                        shown -> {
                            try {
                                tools.suggestions().accept(id, shown);
                            } catch (Refused why) {
                                Toast.error(why.getMessage());
                            }
                        });
    }

    /** Takes an own suggestion back into the text to go on with it. */
    void resume(String id) {
        tools.suggestions().withdraw(id);
        editor.getElement().callJsFunction("resumeSuggestion", id);
    }

    private void mark(@Nullable String id) {
        cards.forEach((note, card) -> card.marked(note.equals(id)));
    }

    private List<Map<String, Object>> forEditor(List<PlacedNote> open) {
        return open.stream().map(this::forEditor).toList();
    }

    private Map<String, Object> forEditor(PlacedNote placed) {
        var note = placed.note();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", note.id());
        fields.put("kind", note.isSuggestion() ? "suggestion" : "comment");
        fields.put("seq", placed.seq());
        fields.put("from", (long) placed.from());
        fields.put("to", (long) placed.to());
        fields.put("steps", tools.spelled(placed.steps()));
        fields.put("author", tools.nameOf(note.author()));
        fields.put("color", PersonAvatar.colour(note.author()));
        return fields;
    }

    private void listen(String name, Consumer<DomEvent> heard, String... details) {
        var registration = editor.getElement().addEventListener(name, heard::accept);
        for (var detail : details) {
            registration.addEventData("event.detail." + detail);
        }
    }

    private static long number(DomEvent event, String detail) {
        return event.getEventData().path("event.detail." + detail).asLong(-1);
    }

    private static String text(DomEvent event, String detail) {
        return event.getEventData().path("event.detail." + detail).asString("");
    }
}
