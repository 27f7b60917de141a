package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.TemplatePolicy.Section;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One template in fields, which are made once it is opened, and as it would read. */
class TemplateFields extends NativeDetails {
    /** Whether personal data matters to a template. */
    enum PersonalData {
        ANY(null),
        WITH(true),
        WITHOUT(false);

        private final @Nullable Boolean involved;

        PersonalData(@Nullable Boolean involved) {
            this.involved = involved;
        }

        static PersonalData of(@Nullable Boolean involved) {
            return involved == null ? ANY : involved ? WITH : WITHOUT;
        }

        String label() {
            return switch (this) {
                case ANY -> "with or without personal data";
                case WITH -> "with personal data";
                case WITHOUT -> "without personal data";
            };
        }
    }

    final TextField name = new TextField("Template");
    final TextField purpose = new TextField("What its reader knows afterwards");
    final CheckboxGroup<String> types = new CheckboxGroup<>("Only for incidents of the type");
    final CheckboxGroup<String> stages = new CheckboxGroup<>("Only while");
    final Select<PersonalData> personal = new Select<>();
    private final Template before;
    private final Runnable changed;
    private final Consumer<TemplateFields> copy;
    private final Consumer<TemplateFields> remove;
    private final List<SectionFields> sections = new ArrayList<>();
    private final Div place = new Div();
    private final Div preview = new Div();
    private boolean made;

    /**
     * @param begun what the fields begin with
     * @param copy makes another template like this one
     */
    TemplateFields(
            Template begun,
            Runnable changed,
            Consumer<TemplateFields> copy,
            Consumer<TemplateFields> remove) {
        this.before = begun;
        this.changed = changed;
        this.copy = copy;
        this.remove = remove;
        name.setMaxLength(80);
        name.setValue(begun.name());
        purpose.setMaxLength(300);
        purpose.setValue(begun.purpose());
        types.setItems(TemplateWords.TYPES);
        types.setItemLabelGenerator(TemplateWords::name);
        types.setValue(begun.types());
        stages.setItems(TemplateWords.STAGES);
        stages.setItemLabelGenerator(TemplateWords::name);
        stages.setValue(begun.stages());
        personal.setLabel("Personal data");
        personal.setItems(PersonalData.values());
        personal.setItemLabelGenerator(PersonalData::label);
        personal.setValue(PersonalData.of(begun.personalData()));
        place.addClassName("stack");
        preview.addClassName("template-preview");
        setSummaryText(begun.name());
        addToggleListener(toggled -> {
            if (toggled.isOpened()) {
                make();
            }
        });
    }

    /**
     * As it would be kept.
     *
     * @throws Refused naming what is missing
     */
    Template value() {
        if (!made) {
            return before;
        }
        if (name.getValue().isBlank()) {
            throw new Refused("Say what each template is called; one has no name.");
        }
        if (sections.isEmpty()) {
            throw new Refused(name.getValue() + ": a template needs at least one section.");
        }
        return new Template(
                before.kind(),
                name.getValue().strip(),
                purpose.getValue().strip(),
                types.getValue(),
                stages.getValue(),
                personal.getValue().involved,
                sections.stream().map(SectionFields::value).toList());
    }

    /** In their order, for tests. */
    List<SectionFields> sections() {
        return sections;
    }

    /** Makes the fields, unless that was done. */
    void make() {
        if (made) {
            return;
        }
        made = true;
        before.sections().forEach(this::add);
        name.addValueChangeListener(typed -> said());
        purpose.addValueChangeListener(typed -> said());
        types.addValueChangeListener(chosen -> said());
        stages.addValueChangeListener(chosen -> said());
        personal.addValueChangeListener(chosen -> said());
        var head = new Div(name, purpose);
        head.addClassName("form-row");
        var end =
                new Div(
                        Buttons.small(
                                Buttons.with(
                                        Glyph.PLUS,
                                        Buttons.secondary("Add a section", this::addSection))),
                        Buttons.small(
                                Buttons.tertiary("Copy this template", () -> copy.accept(this))),
                        Buttons.small(
                                Buttons.tertiary("Remove template", () -> remove.accept(this))));
        end.addClassNames("row", "wrap");
        var asRead = new NativeDetails("As it reads", preview);
        asRead.setOpen(true);
        var body = new Div(head, types, stages, personal, place, end, asRead);
        body.addClassName("form");
        setContent(body);
        show();
    }

    private void addSection() {
        add((Section) null);
        said();
    }

    private void add(@Nullable Section section) {
        var fields = new SectionFields(section, this::said);
        fields.actions(
                () -> move(fields, -1),
                () -> move(fields, 1),
                () -> {
                    sections.remove(fields);
                    place.remove(fields);
                    said();
                });
        sections.add(fields);
        place.add(fields);
    }

    private void move(SectionFields fields, int by) {
        var from = sections.indexOf(fields);
        var to = from + by;
        if (to < 0 || to >= sections.size()) {
            return;
        }
        Collections.swap(sections, from, to);
        place.remove(fields);
        place.addComponentAtIndex(to, fields);
        said();
    }

    private void said() {
        setSummaryText(name.getValue().isBlank() ? "New template" : name.getValue());
        show();
        changed.run();
    }

    private void show() {
        preview.removeAll();
        try {
            preview.add(new TemplateSheet(value()));
        } catch (Refused missing) {
            preview.setText(missing.getMessage());
        }
    }
}
