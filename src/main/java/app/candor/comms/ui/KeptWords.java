package app.candor.comms.ui;

import app.candor.access.Person;
import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.KeptWording;
import app.candor.uikit.Buttons;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Words of a draft that stay although a rule minds them: why, who wanted it and who agreed. */
class KeptWords extends Div {
    private final CommsDesk desk;
    private final Draft draft;

    KeptWords(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        addClassName("kept-words");
        var kept = desk.wording().of(draft.id()).kept();
        if (kept.isEmpty()) {
            setVisible(false);
            return;
        }
        add(new H3("Kept wordings"));
        kept.forEach(one -> add(row(one)));
    }

    private Div row(KeptWording kept) {
        var words =
                new Div(kept.title() + (kept.words().isEmpty() ? "" : ": “" + kept.words() + "”"));
        words.addClassName("b");
        var row = new Div(words, quiet("“" + kept.reason() + "” — " + name(kept.askedBy())));
        row.addClassName("kept-word");
        row.add(quiet(state(kept)));
        if (draft.state() instanceof DraftState.Editing) {
            row.add(actions(kept));
        }
        return row;
    }

    private String state(KeptWording kept) {
        if (kept.agreedBy() != null) {
            return "Agreed by " + name(kept.agreedBy());
        }
        return kept.waits()
                ? "Waits for: " + desk.wording().holders(draft, kept)
                : "A warning; the reason is enough";
    }

    private Div actions(KeptWording kept) {
        var actions = new Div();
        actions.addClassNames("row", "wrap");
        if (desk.wording().mayAgree(draft, kept, desk.people().current())) {
            actions.add(
                    Buttons.small(
                            Buttons.secondary(
                                    "Agree to “" + brief(kept) + "”",
                                    () -> {
                                        desk.wording().agree(draft.id(), kept.key());
                                        Toast.show("You agreed; it can stay");
                                    })));
        }
        if (desk.drafts().mayWrite(draft)) {
            actions.add(
                    Buttons.small(
                            Buttons.tertiary(
                                    "Do not keep it",
                                    () -> desk.wording().drop(draft.id(), kept.key()))));
        }
        return actions;
    }

    private static String brief(KeptWording kept) {
        var words = kept.words().isEmpty() ? kept.title() : kept.words();
        return words.length() <= 30 ? words : words.substring(0, 29) + "…";
    }

    private String name(@Nullable String person) {
        return person == null
                ? "nobody"
                : desk.people().find(person).map(Person::shortName).orElse("somebody who left");
    }

    private static Span quiet(String text) {
        var line = new Span(text);
        line.addClassNames("s", "t2");
        return line;
    }
}
