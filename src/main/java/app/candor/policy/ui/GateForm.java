package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.policy.GatePolicy;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.SeverityClass;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who has to sign what leaves: a row for each gate of a class. */
class GateForm extends PolicyForm {
    private static final Map<SeverityClass, String> CLASSES =
            Map.of(
                    SeverityClass.HIGH,
                    "High: SEV0, SEV1 and every security incident",
                    SeverityClass.LOW,
                    "Low: SEV2 and SEV3");

    private final Map<SeverityClass, List<Row>> rows = new EnumMap<>(SeverityClass.class);
    private final Map<SeverityClass, Div> places = new EnumMap<>(SeverityClass.class);
    private final Set<String> accuracyOnly;
    private final IntegerField login = new IntegerField("Minutes that a fresh login serves");

    GateForm(GatePolicy policy) {
        this.accuracyOnly = policy.accuracyOnly();
        addClassName("gate-form");
        for (var severityClass : List.of(SeverityClass.HIGH, SeverityClass.LOW)) {
            var place = new Div();
            place.addClassName("stack");
            places.put(severityClass, place);
            rows.put(severityClass, new ArrayList<>());
            policy.gates()
                    .getOrDefault(severityClass, List.of())
                    .forEach(gate -> add(severityClass, gate));
            add(
                    new H3(String.valueOf(CLASSES.get(severityClass))),
                    place,
                    Buttons.small(
                            Buttons.secondary(
                                    "Add a gate to the " + name(severityClass) + " class",
                                    () -> {
                                        add(severityClass, null);
                                        changed();
                                    })));
        }
        login.setMin(1);
        login.setMax(60);
        login.setValue(policy.freshLoginMinutes());
        login.addValueChangeListener(typed -> changed());
        add(new H3("Signing at the high class"), login);
    }

    @Override
    String json() {
        var minutes = login.getValue();
        if (minutes == null || minutes < 1 || minutes > 60) {
            throw new Refused("A fresh login serves for 1 to 60 minutes.");
        }
        return """
        {
          "gates": {
            "HIGH": [
        %s
            ],
            "LOW": [
        %s
            ]
          },
          "accuracyOnly": [%s],
          "freshLoginMinutes": %d
        }
        """
                .formatted(
                        gates(SeverityClass.HIGH),
                        gates(SeverityClass.LOW),
                        accuracyOnly.stream()
                                .sorted(Comparator.reverseOrder())
                                .map(Keys::quoted)
                                .collect(Collectors.joining(", ")),
                        minutes);
    }

    /** The rows of a class, for tests. */
    List<Row> rows(SeverityClass severityClass) {
        return rows.getOrDefault(severityClass, List.of());
    }

    private String gates(SeverityClass severityClass) {
        var taken = new TreeSet<String>();
        return rows(severityClass).stream()
                .map(row -> "      " + row.json(taken))
                .collect(Collectors.joining(",\n"));
    }

    private void add(SeverityClass severityClass, @Nullable Gate gate) {
        var row = new Row(gate);
        var all = rows.get(severityClass);
        var place = places.get(severityClass);
        if (all == null || place == null) {
            return;
        }
        row.add(
                Buttons.icon(
                        Glyph.CLOSE,
                        "Remove gate" + (gate == null ? "" : ": " + gate.title()),
                        () -> {
                            all.remove(row);
                            place.remove(row);
                            changed();
                        }));
        all.add(row);
        place.add(row);
    }

    private static String name(SeverityClass severityClass) {
        return severityClass.name().toLowerCase(Locale.ROOT);
    }

    /** One gate. */
    final class Row extends Div {
        private final @Nullable String key;
        final TextField title = new TextField("Gate");
        final TextField meaning = new TextField("What the signer stands for");
        final MultiSelectComboBox<Role> roles = new MultiSelectComboBox<>("Signed by one of");
        final Checkbox optional = new Checkbox("Only when asked for");

        private Row(@Nullable Gate gate) {
            this.key = gate == null ? null : gate.key();
            addClassName("gate-fields");
            title.setMaxLength(60);
            meaning.setMaxLength(160);
            roles.setItems(Role.values());
            roles.setItemLabelGenerator(Role::label);
            if (gate != null) {
                title.setValue(gate.title());
                meaning.setValue(gate.meaning());
                roles.setValue(gate.roles());
                optional.setValue(gate.optional());
            }
            title.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            title.addValueChangeListener(typed -> changed());
            meaning.addValueChangeListener(typed -> changed());
            roles.addValueChangeListener(chosen -> changed());
            optional.addValueChangeListener(chosen -> changed());
            add(title, meaning, roles, optional);
        }

        private String json(Set<String> taken) {
            if (title.getValue().isBlank() || meaning.getValue().isBlank()) {
                throw new Refused("A gate needs a name and what its signer stands for.");
            }
            if (roles.getValue().isEmpty()) {
                throw new Refused(title.getValue() + ": choose who may sign it.");
            }
            var stable = key == null ? Keys.of(title.getValue()) : key;
            if (stable.isEmpty() || !taken.add(stable)) {
                throw new Refused(
                        title.getValue() + ": another gate of this class has that name already.");
            }
            return "{\"key\": %s, \"title\": %s, \"meaning\": %s, \"roles\": [%s], \"optional\": %s}"
                    .formatted(
                            Keys.quoted(stable),
                            Keys.quoted(title.getValue().strip()),
                            Keys.quoted(meaning.getValue().strip()),
                            roles.getValue().stream()
                                    .map(Role::name)
                                    .sorted()
                                    .map(Keys::quoted)
                                    .collect(Collectors.joining(", ")),
                            optional.getValue());
        }
    }
}
