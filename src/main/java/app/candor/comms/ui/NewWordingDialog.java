package app.candor.comms.ui;

import app.candor.access.Refused;
import app.candor.comms.DraftKind;
import app.candor.comms.Standing;
import app.candor.incident.Stage;
import app.candor.uikit.QuestionDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneOffset;

/** Chooses what is going to be signed in advance, and for how long. */
class NewWordingDialog extends QuestionDialog {
    private static final int USUAL_MONTHS = 6;

    NewWordingDialog(CommsDesk desk) {
        this(desk, new Select<>(), new RadioButtonGroup<>(), new DatePicker("Last day of use"));
    }

    private NewWordingDialog(
            CommsDesk desk,
            Select<Stage> stage,
            RadioButtonGroup<DraftKind> kind,
            DatePicker last) {
        super("Write a wording", stage, kind, last, note());
        var today = desk.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        stage.setLabel("Stage it speaks in");
        stage.setItems(Standing.STAGES);
        stage.setItemLabelGenerator(Stage::label);
        stage.setValue(Stage.INVESTIGATING);
        kind.setLabel("Kind");
        kind.setItems(DraftKind.STATUS_UPDATE, DraftKind.CUSTOMER_EMAIL);
        kind.setItemLabelGenerator(one -> one.label() + " to " + one.usualAudience().label());
        kind.addThemeName("vertical");
        kind.setValue(DraftKind.STATUS_UPDATE);
        last.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
        last.setMin(today);
        last.setMax(today.plusYears(1));
        last.setValue(today.plusMonths(USUAL_MONTHS));
        answer(
                "Write it",
                () -> {
                    if (last.getValue() == null) {
                        throw new Refused("Choose the last day of use, at most a year ahead.");
                    }
                    var until =
                            last.getValue().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                    var draft = desk.notices().begin(kind.getValue(), stage.getValue(), until);
                    desk.go("comms/" + draft.id());
                });
    }

    private static Paragraph note() {
        var note =
                new Paragraph(
                        "It begins with words for its stage. Facts of the toolbar are slots: an"
                                + " incident fills them with times of its ledger and with names of a"
                                + " list, never with free words.");
        note.addClassNames("s", "t2");
        return note;
    }
}
