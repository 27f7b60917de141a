package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.comms.DecidedAudience;
import app.candor.comms.Reach;
import app.candor.incident.Incident;
import app.candor.uikit.Buttons;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;

/** Whether one group of people is told something, and why. */
class DecisionDialog extends Dialog {

    DecisionDialog(CommsDesk desk, Incident incident, DecidedAudience audience) {
        var decides = desk.access().may(Act.DECIDE_COMMS, incident.guarded());
        setHeaderTitle("Tell " + audience.label().toLowerCase(java.util.Locale.ROOT) + "?");
        var reach = new RadioButtonGroup<Reach>("Who of them");
        reach.setItems(Reach.of(audience));
        reach.setItemLabelGenerator(Reach::label);
        var reason = new TextArea("Reason");
        reason.setWidthFull();
        reason.setMaxLength(500);
        desk.plans()
                .of(incident.id())
                .of(audience)
                .ifPresent(said -> {
                    reach.setValue(said.reach());
                    reason.setValue(said.reason());
                });
        add(new VerticalLayout(reach, reason));
        getFooter()
                .add(
                        Buttons.tertiary("Cancel", this::close),
                        Buttons.primary(
                                decides ? "Decide" : "Propose to the commander",
                                () -> {
                                    var chosen = reach.getValue();
                                    reach.setInvalid(chosen == null);
                                    reach.setErrorMessage("Choose who is told");
                                    if (chosen != null) {
                                        desk.plans()
                                                .say(
                                                        incident.id(),
                                                        audience,
                                                        chosen,
                                                        reason.getValue());
                                        close();
                                    }
                                }));
    }
}
