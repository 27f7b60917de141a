package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.RolePolicy;
import app.candor.policy.RolePolicy.RoleSet;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which set of roles incidents work by, and the sets to choose from. */
class RolesForm extends PolicyForm {
    final ComboBox<RoleSetFields> inForce = new ComboBox<>("Incidents work by");
    final IntegerField complaint = new IntegerField("A complaint is answered within, minutes");
    private final List<RoleSetFields> sets = new ArrayList<>();
    private final Div place = new Div();

    RolesForm(RolePolicy policy) {
        addClassName("parts-form");
        place.addClassName("stack");
        inForce.setItemLabelGenerator(RoleSetFields::name);
        complaint.setMin(RolePolicy.SHORTEST_COMPLAINT);
        complaint.setMax(RolePolicy.LONGEST_COMPLAINT);
        complaint.setValue(policy.complaintMinutes());
        for (var set : policy.sets()) {
            add(set);
        }
        sets.stream()
                .filter(set -> set.id().filter(policy.inForce()::equals).isPresent())
                .findFirst()
                .ifPresent(set -> {
                    inForce.setValue(set);
                    set.setOpen(true);
                });
        inForce.addValueChangeListener(chosen -> changed());
        complaint.addValueChangeListener(typed -> changed());
        var head = new Div(inForce, complaint);
        head.addClassName("clock-single");
        add(
                head,
                place,
                Buttons.small(
                        Buttons.with(
                                Glyph.PLUS,
                                Buttons.secondary(
                                        "Add a role set",
                                        () -> {
                                            add((RoleSet) null).setOpen(true);
                                            changed();
                                        }))));
    }

    @Override
    String json() {
        var chosen = inForce.getValue();
        if (chosen == null) {
            throw new Refused("Choose the role set that incidents work by.");
        }
        var minutes = complaint.getValue();
        if (minutes == null
                || minutes < RolePolicy.SHORTEST_COMPLAINT
                || minutes > RolePolicy.LONGEST_COMPLAINT) {
            throw new Refused(
                    "A complaint is answered within %d to %d minutes (7 days)."
                            .formatted(
                                    RolePolicy.SHORTEST_COMPLAINT, RolePolicy.LONGEST_COMPLAINT));
        }
        var taken = new TreeSet<String>();
        sets.stream().flatMap(set -> set.id().stream()).forEach(taken::add);
        var keys = sets.stream().map(set -> set.key(taken)).toList();
        return """
        {
          "inForce": %s,
          "complaintMinutes": %d,
          "sets": [
        %s
          ]
        }
        """
                .formatted(
                        Keys.quoted(keys.get(sets.indexOf(chosen))),
                        minutes,
                        sets.stream()
                                .map(set -> set.json(keys.get(sets.indexOf(set))))
                                .collect(Collectors.joining(",\n")));
    }

    /** In their order, for tests. */
    List<RoleSetFields> sets() {
        return sets;
    }

    private RoleSetFields add(@Nullable RoleSet set) {
        var fields = new RoleSetFields(set, this::renamed, this::remove);
        sets.add(fields);
        place.add(fields);
        offer();
        return fields;
    }

    private void renamed() {
        offer();
        changed();
    }

    /** The sets as they are called now; the choice stays, which new items would forget. */
    private void offer() {
        var chosen = inForce.getValue();
        inForce.setItems(List.copyOf(sets));
        inForce.setValue(chosen);
    }

    private void remove(RoleSetFields fields) {
        if (fields.equals(inForce.getValue())) {
            inForce.clear();
        }
        sets.remove(fields);
        place.remove(fields);
        renamed();
    }
}
