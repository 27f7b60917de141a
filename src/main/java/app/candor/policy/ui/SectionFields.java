package app.candor.policy.ui;

import app.candor.policy.TemplatePolicy.Section;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/** One section of a template in fields. */
class SectionFields extends Div {
    final TextField title = new TextField("Heading");
    final Checkbox required = new Checkbox("Required");
    final Checkbox fresh = new Checkbox("Again in every stage");
    final TextField hint = new TextField("What belongs there");
    final TextArea text = new TextArea("Stands there at the beginning");

    SectionFields(@Nullable Section section, Runnable changed) {
        addClassName("section-fields");
        title.setMaxLength(120);
        title.setPlaceholder("none");
        hint.setMaxLength(300);
        text.setMaxLength(4_000);
        if (section != null) {
            title.setValue(section.title());
            required.setValue(section.required());
            fresh.setValue(section.fresh());
            hint.setValue(section.hint());
            text.setValue(section.text());
        }
        title.addValueChangeListener(typed -> changed.run());
        required.addValueChangeListener(chosen -> changed.run());
        fresh.addValueChangeListener(chosen -> changed.run());
        hint.addValueChangeListener(typed -> changed.run());
        text.addValueChangeListener(typed -> changed.run());
        var flags = new Div(required, fresh);
        flags.addClassNames("row", "wrap");
        add(title, flags, hint, text);
    }

    /** Puts the ways to move and remove it at its end. */
    void actions(Runnable up, Runnable down, Runnable remove) {
        var name = title.getValue().isBlank() ? "part without a heading" : title.getValue();
        var buttons =
                new Div(
                        Buttons.icon(Glyph.CHEVRON_UP, "Move up: " + name, up::run),
                        Buttons.icon(Glyph.CHEVRON_DOWN, "Move down: " + name, down::run),
                        Buttons.icon(Glyph.CLOSE, "Remove section: " + name, remove::run));
        buttons.addClassName("step-actions");
        add(buttons);
    }

    Section value() {
        return new Section(
                title.getValue().strip(),
                required.getValue(),
                fresh.getValue(),
                hint.getValue().strip(),
                text.getValue().strip());
    }
}
