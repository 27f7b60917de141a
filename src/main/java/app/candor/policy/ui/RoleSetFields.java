package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.RolePolicy;
import app.candor.policy.RolePolicy.Duty;
import app.candor.policy.RolePolicy.RoleSet;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One company's way to share the work, in fields. */
class RoleSetFields extends NativeDetails {
    final TextField title = new TextField("Role set");
    final TextField source = new TextField("Where it comes from");
    final TextArea others = new TextArea("Who else helps, one line each");
    final ComboBox<String> more = new ComboBox<>("Add a role");
    private final List<RoleFields> roles = new ArrayList<>();
    private final Div place = new Div();
    private final Runnable changed;
    private final @Nullable String id;

    RoleSetFields(@Nullable RoleSet set, Runnable changed, Consumer<RoleSetFields> remove) {
        this.changed = changed;
        this.id = set == null ? null : set.id();
        title.setMaxLength(80);
        source.setMaxLength(200);
        others.setMaxLength(2_000);
        others.setWidthFull();
        place.addClassName("stack");
        if (set != null) {
            title.setValue(set.title());
            source.setValue(set.source());
            others.setValue(String.join("\n", set.others()));
            set.roles().forEach(role -> add(role.role(), role));
        } else {
            add("COMMANDER", null);
        }
        more.setItemLabelGenerator(RoleFields::place);
        more.setPlaceholder("Choose one that is not in the set");
        more.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                add(chosen.getValue(), null);
                more.clear();
                said();
            }
        });
        title.addValueChangeListener(typed -> said());
        source.addValueChangeListener(typed -> said());
        others.addValueChangeListener(typed -> said());
        var name = new Div(title, source);
        name.addClassName("form-row");
        var end =
                new Div(
                        more,
                        Buttons.small(
                                Buttons.tertiary("Remove role set", () -> remove.accept(this))));
        end.addClassNames("row", "wrap", "part-end");
        var body = new Div(name, place, end, others);
        body.addClassName("form");
        setContent(body);
        summarise();
    }

    /** As people call it now. */
    String name() {
        return title.getValue().isBlank() ? "New role set" : title.getValue().strip();
    }

    /** The id that it keeps whatever it is called; empty for a new one. */
    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** In their order, for tests. */
    List<RoleFields> roles() {
        return roles;
    }

    /**
     * @param taken ids of all sets; gets this one's
     */
    String key(Set<String> taken) {
        var key = id == null ? Keys.unused(Keys.of(name()), taken) : id;
        taken.add(key);
        return key;
    }

    /**
     * @throws Refused naming what is missing
     */
    String json(String key) {
        if (title.getValue().isBlank()) {
            throw new Refused("Say what each role set is called; one has no name.");
        }
        if (roles.stream().noneMatch(role -> role.role().equals("COMMANDER"))) {
            throw new Refused(name() + ": a role set needs somebody who commands.");
        }
        return """
            {
              "id": %s,
              "title": %s,
              "source": %s,
              "roles": [
        %s
              ],
              "others": [%s]
            }\
        """
                .formatted(
                        Keys.quoted(key),
                        Keys.quoted(name()),
                        Keys.quoted(source.getValue().strip()),
                        roles.stream()
                                .map(role -> "        " + role.json(name()))
                                .collect(Collectors.joining(",\n")),
                        Keys.quotedLines(others.getValue()));
    }

    private void add(String role, @Nullable Duty duty) {
        var fields = new RoleFields(role, duty, this::said);
        fields.add(
                Buttons.icon(
                        Glyph.CLOSE,
                        "Remove role: " + RoleFields.place(role),
                        () -> {
                            roles.remove(fields);
                            place.remove(fields);
                            said();
                        }));
        roles.add(fields);
        place.add(fields);
    }

    private void said() {
        summarise();
        changed.run();
    }

    private void summarise() {
        setSummaryText(name() + ", " + roles.size() + (roles.size() == 1 ? " role" : " roles"));
        var present = roles.stream().map(RoleFields::role).toList();
        more.setItems(RolePolicy.ROLES.stream().filter(role -> !present.contains(role)).toList());
        more.setVisible(present.size() < RolePolicy.ROLES.size());
    }
}
