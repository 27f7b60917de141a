package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.PlaybookPolicy.Due;
import app.candor.policy.PlaybookPolicy.Moment;
import app.candor.policy.PlaybookPolicy.Step;
import app.candor.policy.PlaybookPolicy.Trigger;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step of a playbook in fields. */
class StepFields extends Div {
    final TextField title = new TextField("Step");
    final TextField owner = new TextField("Who does it");
    final TextField detail = new TextField("More words");
    final IntegerField minutes = new IntegerField("Due within, minutes");
    final ComboBox<Moment> since = new ComboBox<>("Counted from");
    final ComboBox<Trigger> tickedBy = new ComboBox<>("Ticked by itself when");
    private final @Nullable String id;

    StepFields(@Nullable Step step, Runnable changed) {
        this.id = step == null ? null : step.id();
        addClassName("step-fields");
        title.setMaxLength(120);
        owner.setMaxLength(80);
        detail.setMaxLength(400);
        minutes.setMin(1);
        minutes.setMax(Due.LONGEST_MINUTES);
        minutes.setPlaceholder("no time");
        since.setItems(Moment.values());
        since.setItemLabelGenerator(PlaybookWords::of);
        tickedBy.setItems(Trigger.values());
        tickedBy.setItemLabelGenerator(PlaybookWords::of);
        tickedBy.setClearButtonVisible(true);
        tickedBy.setPlaceholder("by hand only");
        if (step != null) {
            title.setValue(step.title());
            owner.setValue(step.owner());
            detail.setValue(step.detail());
            tickedBy.setValue(step.tickedBy());
        }
        var due = step == null ? null : step.due();
        if (due != null) {
            minutes.setValue(due.minutes());
            since.setValue(due.since());
        }
        title.addValueChangeListener(typed -> changed.run());
        owner.addValueChangeListener(typed -> changed.run());
        detail.addValueChangeListener(typed -> changed.run());
        minutes.addValueChangeListener(typed -> changed.run());
        since.addValueChangeListener(chosen -> changed.run());
        tickedBy.addValueChangeListener(chosen -> changed.run());
        add(title, owner, detail, minutes, since, tickedBy);
    }

    /** Puts the ways to move and remove it at its end. */
    void actions(Runnable up, Runnable down, Runnable remove) {
        var name = title.getValue().isBlank() ? "new step" : title.getValue();
        var buttons =
                new Div(
                        Buttons.icon(Glyph.CHEVRON_UP, "Move up: " + name, up::run),
                        Buttons.icon(Glyph.CHEVRON_DOWN, "Move down: " + name, down::run),
                        Buttons.icon(Glyph.CLOSE, "Remove step: " + name, remove::run));
        buttons.addClassName("step-actions");
        add(buttons);
    }

    /** The id that it keeps whatever it is called; empty for a new one. */
    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * @param where names it in a refusal: {@code Incident response, step 3}
     * @param taken ids of all steps of the playbook; gets this one's
     * @throws Refused naming what is missing or out of its range
     */
    String json(String where, Set<String> taken) {
        var words = title.getValue().strip();
        if (words.isEmpty()) {
            throw new Refused(where + ": say what has to be done.");
        }
        if (owner.getValue().isBlank()) {
            throw new Refused(where + ": say who does it.");
        }
        var key = id == null ? Keys.unused(Keys.of(words), taken) : id;
        taken.add(key);
        return "{\"id\": %s, \"title\": %s, \"owner\": %s, \"detail\": %s%s%s}"
                .formatted(
                        Keys.quoted(key),
                        Keys.quoted(words),
                        Keys.quoted(owner.getValue().strip()),
                        Keys.quoted(detail.getValue().strip()),
                        due(where),
                        tickedBy.getValue() == null
                                ? ""
                                : ", \"tickedBy\": \"" + tickedBy.getValue() + "\"");
    }

    private String due(String where) {
        var within = minutes.getValue();
        if (within == null && minutes.isInvalid()) {
            throw new Refused(where + ": give its minutes as a whole number.");
        }
        if (within == null && since.getValue() == null) {
            return "";
        }
        if (within == null) {
            throw new Refused(
                    where + ": say within how many minutes it is due, or take the moment away.");
        }
        if (within < 1 || within > Due.LONGEST_MINUTES) {
            throw new Refused(
                    where
                            + ": it is due within 1 to "
                            + Due.LONGEST_MINUTES
                            + " minutes (90 days).");
        }
        if (since.getValue() == null) {
            throw new Refused(where + ": say from which moment its minutes count.");
        }
        return ", \"due\": {\"minutes\": %d, \"since\": \"%s\"}"
                .formatted(within, since.getValue());
    }
}
