package app.candor.comms.ui;

import app.candor.comms.Draft;
import app.candor.comms.Seen;
import app.candor.comms.SigningNote;
import app.candor.uikit.Banner;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;

/** What the owner of a draft says and asks beside the signing of it. */
class SigningNotes extends Div {
    private final Draft draft;

    SigningNotes(CommsDesk desk, Draft draft) {
        this.draft = draft;
        addClassName("stack");
        for (var note : desk.notes()) {
            note.of(draft).ifPresent(words -> show(note, words));
        }
        setVisible(getComponentCount() > 0);
    }

    private void show(SigningNote note, SigningNote.Note words) {
        add(new Banner(Tone.INFO, "", words.text()));
        if (words.choice().isEmpty()) {
            return;
        }
        var box = new Checkbox(words.choice(), words.chosen());
        box.addValueChangeListener(changed ->
                draft.review()
                        .ifPresent(review ->
                                note.choose(
                                        draft,
                                        new Seen(review.number(), review.hash()),
                                        changed.getValue())));
        add(box);
    }
}
