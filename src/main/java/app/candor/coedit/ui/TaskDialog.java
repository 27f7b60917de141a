package app.candor.coedit.ui;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.coedit.margin.MarginNote;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;

/** Makes a task of a comment. */
class TaskDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private enum Due {
        NONE("No time", Duration.ZERO),
        QUARTER("In 15 min", Duration.ofMinutes(15)),
        HOUR("In 1 hour", Duration.ofHours(1)),
        FOUR_HOURS("In 4 hours", Duration.ofHours(4)),
        DAY("In 1 day", Duration.ofDays(1));

        private final String label;
        private final Duration after;

        Due(String label, Duration after) {
            this.label = label;
            this.after = after;
        }
    }

    TaskDialog(MarginTools tools, MarginNote note) {
        setHeaderTitle("Make a task of this comment");
        setWidth("min(480px, 94vw)");
        var what = new TextField("What to do");
        what.setValue(firstWords(note));
        what.setMaxLength(200);
        what.setWidthFull();
        var who = new ComboBox<Person>("Who does it");
        who.setItems(tools.mentions().possible(note.text()));
        who.setItemLabelGenerator(Person::name);
        who.setWidthFull();
        var due = new Select<Due>();
        due.setLabel("Due");
        due.setItems(Due.values());
        due.setItemLabelGenerator(each -> each.label);
        due.setValue(Due.HOUR);
        due.setWidthFull();
        var fields = new Div(what, who, due);
        fields.addClassName("form");
        add(fields);
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary(
                                "Make task",
                                () -> {
                                    var owner = who.getValue();
                                    if (owner == null) {
                                        who.setInvalid(true);
                                        who.setErrorMessage("Choose who does it");
                                        return;
                                    }
                                    make(tools, note, what, owner, due.getValue());
                                }));
    }

    private void make(MarginTools tools, MarginNote note, TextField what, Person owner, Due due) {
        try {
            tools.margin()
                    .makeTask(
                            note.id(),
                            what.getValue(),
                            owner.id(),
                            due == Due.NONE ? null : tools.clock().instant().plus(due.after));
            close();
            NoteCard.taskMade(owner.name());
        } catch (Refused why) {
            what.setInvalid(true);
            what.setErrorMessage(why.getMessage());
        }
    }

    private static String firstWords(MarginNote note) {
        var words = note.messages().isEmpty() ? "" : note.messages().getFirst().words();
        return words.length() <= 120 ? words : words.substring(0, 119) + "…";
    }
}
