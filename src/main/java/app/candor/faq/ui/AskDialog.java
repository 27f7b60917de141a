package app.candor.faq.ui;

import app.candor.access.Refused;
import app.candor.faq.Entry;
import app.candor.faq.Question;
import app.candor.incident.Incident;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.UUID;

/** Asks what the library does not answer; shows first what stands there already. */
class AskDialog extends Dialog {
    private final QuestionDesk desk;
    private final String id = UUID.randomUUID().toString();
    private final TextField words = new TextField("Question, as the customer asks it");
    private final Select<Incident> incident = new Select<>();
    private final Div similar = new Div();

    AskDialog(QuestionDesk desk, String typed) {
        this.desk = desk;
        setHeaderTitle("Ask a question");
        setWidth("min(600px, 94vw)");
        words.setMaxLength(200);
        words.setWidthFull();
        words.setValue(typed.length() > 200 ? typed.substring(0, 200) : typed);
        words.setAutofocus(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(changed -> showSimilar());
        incident.setLabel("Incident");
        incident.setItems(desk.readable());
        incident.setItemLabelGenerator(
                one -> one == null ? "None that I know of" : one.key() + ", " + one.title());
        incident.setEmptySelectionAllowed(true);
        incident.setEmptySelectionCaption("None that I know of");
        incident.setWidthFull();
        similar.addClassName("ask-similar");
        similar.getElement().setAttribute("aria-live", "polite");
        var fields = new Div(words, similar, incident);
        fields.addClassName("form");
        add(fields);
        var ask = Buttons.primary("Ask this question", this::ask);
        ask.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(Buttons.tertiary("Cancel", this::close), ask);
        showSimilar();
    }

    private void showSimilar() {
        similar.removeAll();
        var found = desk.questions().similar(words.getValue());
        if (found.isEmpty()) {
            return;
        }
        similar.add(new H3("Is it one of these?"));
        found.answered().forEach(entry -> similar.add(answered(entry)));
        found.open().forEach(question -> similar.add(open(question)));
    }

    private ListRow answered(Entry entry) {
        var link = new Anchor("faq/" + entry.id(), entry.question());
        link.addClassName("row-title");
        link.getElement().addEventListener("click", clicked -> close());
        return new ListRow(new Icon(Glyph.CHECK, "Answered"), link, "Answered, ready to copy");
    }

    private ListRow open(Question question) {
        var join = Buttons.small(Buttons.secondary("Wait for it too", () -> join(question)));
        join.setAriaLabel("Wait for it too: " + question.words());
        return new ListRow(
                new Icon(Glyph.HOURGLASS, "Asked"),
                question.words(),
                QuestionsView.waiting(question),
                join);
    }

    private void join(Question question) {
        desk.questions().join(question.id());
        close();
        Toast.show("You are told as soon as it is answered", "See questions", "questions");
    }

    private void ask() {
        try {
            var chosen = incident.getValue();
            desk.questions().ask(id, words.getValue(), chosen == null ? null : chosen.id());
            close();
            Toast.show(
                    "Asked. You are told as soon as it is answered", "See questions", "questions");
        } catch (Refused refused) {
            words.setInvalid(true);
            words.setErrorMessage(refused.getMessage());
            words.focus();
        }
    }
}
