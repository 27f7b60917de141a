package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.PlaybookPolicy.Playbook;
import app.candor.policy.PlaybookPolicy.Step;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One playbook in fields. */
class PlaybookFields extends NativeDetails {
    /** Types of incidents, in the order in which policy writes them. */
    private static final List<String> TYPES =
            List.of("OUTAGE", "BUG", "SECURITY", "PRODUCT_CHANGE");

    final TextField title = new TextField("Playbook");
    final TextField source = new TextField("Where it comes from");
    final CheckboxGroup<String> types = new CheckboxGroup<>("For incidents of type");
    final Checkbox fromReport =
            new Checkbox("Begins with the first report, while the type is not known");
    private final List<StepFields> steps = new ArrayList<>();
    private final Div place = new Div();
    private final Runnable changed;
    private final @Nullable String id;

    PlaybookFields(@Nullable Playbook playbook, Runnable changed, Consumer<PlaybookFields> remove) {
        this.changed = changed;
        this.id = playbook == null ? null : playbook.id();
        title.setMaxLength(80);
        source.setMaxLength(200);
        types.setItems(TYPES);
        types.setItemLabelGenerator(PlaybookFields::words);
        place.addClassName("stack");
        if (playbook != null) {
            title.setValue(playbook.title());
            source.setValue(playbook.source());
            types.setValue(playbook.types());
            fromReport.setValue(playbook.fromReport());
            playbook.steps().forEach(this::add);
        }
        title.addValueChangeListener(typed -> said());
        source.addValueChangeListener(typed -> said());
        types.addValueChangeListener(chosen -> said());
        fromReport.addValueChangeListener(chosen -> said());
        var name = new Div(title, source);
        name.addClassName("form-row");
        var addStep =
                Buttons.small(
                        Buttons.with(
                                Glyph.PLUS,
                                Buttons.secondary(
                                        "Add a step",
                                        () -> {
                                            add((Step) null);
                                            said();
                                        })));
        var removeThis =
                Buttons.small(Buttons.tertiary("Remove playbook", () -> remove.accept(this)));
        var actions = new Div(addStep, removeThis);
        actions.addClassNames("row", "wrap");
        var body = new Div(name, types, fromReport, place, actions);
        body.addClassName("form");
        setContent(body);
        summarise();
    }

    /** In their order, for tests. */
    List<StepFields> steps() {
        return steps;
    }

    /**
     * @param taken ids of the playbooks above; gets this one's
     * @throws Refused naming what is missing
     */
    String json(Set<String> taken) {
        var name = title.getValue().strip();
        if (name.isEmpty()) {
            throw new Refused("Say what each playbook is called; one has no name.");
        }
        if (types.getValue().isEmpty() && !fromReport.getValue()) {
            throw new Refused(
                    name + ": choose a type of incident, or no incident would ever run it.");
        }
        if (steps.isEmpty()) {
            throw new Refused(name + ": add a step, or remove the playbook.");
        }
        var key = id == null ? Keys.unused(Keys.of(name), taken) : id;
        taken.add(key);
        return """
            {
              "id": %s,
              "title": %s,
              "source": %s,
              "types": [%s],
              "fromReport": %s,
              "steps": [
        %s
              ]
            }\
        """
                .formatted(
                        Keys.quoted(key),
                        Keys.quoted(name),
                        Keys.quoted(source.getValue().strip()),
                        TYPES.stream()
                                .filter(types.getValue()::contains)
                                .map(Keys::quoted)
                                .collect(Collectors.joining(", ")),
                        fromReport.getValue(),
                        written(name));
    }

    private String written(String name) {
        var taken = new TreeSet<String>();
        steps.stream().flatMap(step -> step.id().stream()).forEach(taken::add);
        var lines = new ArrayList<String>();
        for (var step : steps) {
            lines.add("        " + step.json(name + ", step " + (lines.size() + 1), taken));
        }
        return String.join(",\n", lines);
    }

    private void add(@Nullable Step step) {
        var fields = new StepFields(step, this::said);
        fields.actions(() -> move(fields, -1), () -> move(fields, 1), () -> remove(fields));
        steps.add(fields);
        place.add(fields);
    }

    private void move(StepFields step, int by) {
        var to = steps.indexOf(step) + by;
        if (to < 0 || to >= steps.size()) {
            return;
        }
        steps.remove(step);
        steps.add(to, step);
        place.remove(step);
        place.addComponentAtIndex(to, step);
        said();
    }

    private void remove(StepFields step) {
        steps.remove(step);
        place.remove(step);
        said();
    }

    private void said() {
        summarise();
        changed.run();
    }

    private void summarise() {
        var name = title.getValue().isBlank() ? "New playbook" : title.getValue();
        setSummaryText(name + ", " + steps.size() + (steps.size() == 1 ? " step" : " steps"));
    }

    private static String words(String type) {
        var words = type.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
