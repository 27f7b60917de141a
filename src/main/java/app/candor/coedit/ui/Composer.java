package app.candor.coedit.ui;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Where a comment or a reply is written. {@code Ctrl+Enter} sends it. */
class Composer extends Div {
    private static final long serialVersionUID = 1L;

    private final TextArea words = new TextArea();

    Composer(
            MarginTools tools,
            String textId,
            String label,
            String send,
            Consumer<String> sent,
            Runnable cancelled) {
        addClassName("margin-composer");
        words.setAriaLabel(label);
        words.setPlaceholder(label);
        words.setMaxLength(4_000);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.EAGER);
        var button = Buttons.secondary(send, () -> send(sent));
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(words);
        var row =
                new Div(
                        mention(tools, textId),
                        Buttons.small(Buttons.tertiary("Cancel", cancelled::run)),
                        Buttons.small(button));
        row.addClassName("margin-row");
        add(words, row);
        words.focus();
    }

    private void send(Consumer<String> sent) {
        try {
            sent.accept(words.getValue());
        } catch (Refused why) {
            words.setInvalid(true);
            words.setErrorMessage(why.getMessage());
        }
    }

    private ComboBox<Person> mention(MarginTools tools, String textId) {
        var people = new ComboBox<Person>();
        people.addClassName("grow");
        people.setAriaLabel("Mention somebody");
        people.setPlaceholder("@ Mention");
        people.setItems(tools.mentions().possible(textId));
        people.setItemLabelGenerator(Person::name);
        people.addValueChangeListener(chosen -> {
            var person = chosen.getValue();
            if (person != null) {
                var before = words.getValue();
                var gap = before.isEmpty() || before.endsWith(" ") ? "" : " ";
                words.setValue(before + gap + "@" + person.name() + " ");
                people.clear();
                words.focus();
            }
        });
        return people;
    }
}
