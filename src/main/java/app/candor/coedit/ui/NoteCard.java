package app.candor.coedit.ui;

import app.candor.coedit.margin.MarginNote;
import app.candor.coedit.margin.MarginNote.Message;
import app.candor.coedit.margin.MarginNote.Standing;
import app.candor.coedit.margin.PlacedNote;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.DiffText;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One comment or suggestion with its thread. What is being written in it stays when it changes. */
class NoteCard extends Article {
    private static final long serialVersionUID = 1L;

    private final transient MarginTools tools;
    private final transient MarginPanel panel;
    private final Div body = new Div();
    private final Div slot = new Div();
    private final Div actions = new Div();
    private transient @Nullable PlacedNote shown;
    private String offers = "";

    NoteCard(MarginTools tools, MarginPanel panel, PlacedNote placed) {
        this.tools = tools;
        this.panel = panel;
        addClassNames("card", "margin-card");
        actions.addClassNames("margin-row", "margin-actions");
        add(body, slot, actions);
        show(placed);
    }

    void show(PlacedNote placed) {
        var before = shown;
        if (before != null
                && before.note().equals(placed.note())
                && before.lost() == placed.lost()) {
            return;
        }
        shown = placed;
        var note = placed.note();
        var kind = note.isSuggestion() ? "Suggestion by " : "Comment by ";
        getElement().setAttribute("aria-label", kind + tools.nameOf(note.author()));
        body.removeAll();
        body.add(head(note));
        body.add(what(placed));
        note.messages().forEach(message -> body.add(said(note, message)));
        var end = end(note.standing());
        if (!end.isEmpty()) {
            var line = new Paragraph(end);
            line.addClassNames("s", "t2");
            body.add(line);
        }
        drawActions(note);
    }

    void marked(boolean marked) {
        setClassName("marked", marked);
        if (marked) {
            getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    private Div head(MarginNote note) {
        var who = new Span(tools.nameOf(note.author()));
        who.addClassName("b");
        var when = time(note.at());
        var row = new Div(avatar(note.author()), who, when);
        if (note.duty() != null) {
            row.add(new Badge(Tone.INFO, "Task"));
        }
        row.addClassName("margin-row");
        return row;
    }

    private Component what(PlacedNote placed) {
        var note = placed.note();
        var box = new Div();
        box.addClassName("margin-quote");
        var proposal = note.proposal();
        if (proposal == null) {
            box.add(new Span(note.place().quote().replace('\uFFFC', '…')));
        } else {
            var diff = new DiffText();
            if (!proposal.removed().isEmpty()) {
                diff.removed(proposal.removed());
            }
            if (!proposal.added().isEmpty()) {
                diff.added(proposal.added());
            }
            if (!proposal.format().isEmpty()) {
                diff.same("“" + note.place().quote() + "” becomes " + proposal.format());
            }
            if (proposal.removed().isEmpty()
                    && proposal.added().isEmpty()
                    && proposal.format().isEmpty()) {
                diff.same("Paragraphs are parted or joined");
            }
            box.add(diff);
        }
        if (note.isOpen() && placed.lost()) {
            var gone = new Div("Its words are not in the text any more");
            gone.addClassNames("s", "margin-gone");
            box.add(gone);
        } else if (note.isOpen()) {
            box.getElement()
                    .setAttribute("title", "Show in the text")
                    .addEventListener("click", clicked -> panel.show(note.id()));
            box.addClassName("margin-link");
        }
        return box;
    }

    private Component said(MarginNote note, Message message) {
        var words = new Paragraph(message.words());
        words.addClassName("margin-words");
        if (message.equals(note.messages().getFirst()) && message.author().equals(note.author())) {
            return words;
        }
        var who = new Span(tools.nameOf(message.author()));
        who.addClassName("b");
        var row = new Div(avatar(message.author()), who, time(message.at()));
        row.addClassName("margin-row");
        var reply = new Div(row, words);
        reply.addClassName("margin-reply");
        return reply;
    }

    private String end(Standing standing) {
        return switch (standing) {
            case Standing.Open open -> "";
            case Standing.Accepting(var by) -> "Being accepted by " + tools.nameOf(by);
            case Standing.Resolved(var by, var at, var reason) ->
                    "Resolved by %s, %s: %s".formatted(tools.nameOf(by), near(at), reason);
            case Standing.Accepted(var by, var at, var seq) ->
                    "Accepted by %s, %s".formatted(tools.nameOf(by), near(at));
            case Standing.Rejected(var by, var at, var reason) ->
                    "Rejected by %s, %s%s"
                            .formatted(
                                    tools.nameOf(by),
                                    near(at),
                                    reason.isEmpty() ? "" : ": " + reason);
            case Standing.Withdrawn(var at) -> "Taken back, " + near(at);
        };
    }

    private void drawActions(MarginNote note) {
        var me = tools.people().current().id();
        boolean writes = tools.rights().mayWrite(note.text());
        var offered =
                "%s %s %s %s"
                        .formatted(
                                note.standing().getClass().getSimpleName(),
                                writes,
                                note.people().contains(me),
                                note.duty());
        if (offered.equals(offers)) {
            // A button that is being pressed must not be replaced under the finger.
            return;
        }
        offers = offered;
        actions.removeAll();
        if (note.standing() instanceof Standing.Resolved) {
            if (writes || note.people().contains(me)) {
                button("Open again", () -> tools.margin().reopen(note.id()));
            }
            return;
        }
        if (!note.isOpen()) {
            return;
        }
        if (note.isSuggestion()) {
            if (writes) {
                button("Accept", () -> panel.accept(note.id()));
                button(
                        "Reject",
                        () ->
                                ask(
                                        "Why not? Its author reads this (may stay empty)",
                                        "Reject suggestion",
                                        why -> tools.suggestions().reject(note.id(), why)));
            }
            button("Reply", () -> reply(note));
            if (note.author().equals(me)) {
                quiet("Edit", () -> panel.resume(note.id()));
                quiet("Take back", () -> tools.suggestions().withdraw(note.id()));
            }
            return;
        }
        button("Reply", () -> reply(note));
        if (writes || note.people().contains(me)) {
            quiet(
                    "Resolve",
                    () ->
                            ask(
                                    "How was it settled?",
                                    "Resolve comment",
                                    reason -> tools.margin().resolve(note.id(), reason)));
        }
        if (note.duty() == null) {
            quiet("Make a task", () -> new TaskDialog(tools, note).open());
        }
    }

    private void reply(MarginNote note) {
        var id = UUID.randomUUID().toString();
        slot.removeAll();
        slot.add(
                new Composer(
                        tools,
                        note.text(),
                        "Reply",
                        "Send reply",
                        words -> {
                            tools.margin().reply(note.id(), id, words);
                            slot.removeAll();
                        },
                        slot::removeAll));
    }

    private void ask(String question, String answer, Consumer<String> given) {
        slot.removeAll();
        slot.add(
                new ReasonField(
                        question,
                        answer,
                        reason -> {
                            given.accept(reason);
                            slot.removeAll();
                        },
                        slot::removeAll));
    }

    private void button(String label, Runnable act) {
        actions.add(Buttons.small(Buttons.secondary(label, act::run)));
    }

    private void quiet(String label, Runnable act) {
        actions.add(Buttons.small(Buttons.tertiary(label, act::run)));
    }

    private Component avatar(String person) {
        return tools.people()
                .find(person)
                .<Component>map(found -> new PersonAvatar(found).small())
                .orElseGet(Span::new);
    }

    private Span time(Instant at) {
        var when = new Span(near(at));
        when.addClassNames("s", "t3");
        return when;
    }

    private String near(Instant at) {
        return Times.near(at, tools.clock().instant());
    }

    /** After a task was made of it. */
    static void taskMade(String owner) {
        Toast.show("Task given to " + owner);
    }
}
