package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.RolePolicy.Duty;
import app.candor.policy.SeverityClass;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One role of a set in fields. */
class RoleFields extends Div {
    /** What the places on an incident are called where no set says otherwise. */
    private static final Map<String, String> PLACES =
            Map.of(
                    "COMMANDER", "Commander",
                    "COMMS_LEAD", "Communications lead",
                    "SME", "Subject-matter expert",
                    "ENGINEERING_LEAD", "Engineering lead",
                    "SUPPORT_LEAD", "Support lead",
                    "CS_LEAD", "Customer success lead",
                    "LEGAL", "Legal",
                    "EXECUTIVE_SPONSOR", "Executive sponsor",
                    "SCRIBE", "Scribe");

    private static final List<SeverityClass> CLASSES =
            List.of(SeverityClass.HIGH, SeverityClass.LOW);

    final TextField label = new TextField();
    final CheckboxGroup<SeverityClass> required = new CheckboxGroup<>("A gap while vacant");
    final TextArea owes = new TextArea("What it does, one line each");
    private final String role;

    /**
     * @param role name of the place on an incident
     * @param duty what is in force; null for a role that is new in the set
     */
    RoleFields(String role, @Nullable Duty duty, Runnable changed) {
        this.role = role;
        addClassName("role-fields");
        label.setLabel(place(role) + " is called");
        label.setMaxLength(80);
        label.setValue(duty == null ? place(role) : duty.label());
        required.setItems(CLASSES);
        required.setItemLabelGenerator(
                one -> one == SeverityClass.HIGH ? "at the high class" : "at the low class");
        owes.setMaxLength(2_000);
        if (duty != null) {
            required.setValue(duty.required());
            owes.setValue(String.join("\n", duty.owes()));
        }
        label.addValueChangeListener(typed -> changed.run());
        required.addValueChangeListener(chosen -> changed.run());
        owes.addValueChangeListener(typed -> changed.run());
        add(label, required, owes);
    }

    static String place(String role) {
        return PLACES.getOrDefault(role, role);
    }

    String role() {
        return role;
    }

    /**
     * @param set names the set in a refusal
     * @throws Refused without a name
     */
    String json(String set) {
        var name = label.getValue().strip();
        if (name.isEmpty()) {
            throw new Refused(
                    "%s: say what the %s is called."
                            .formatted(set, place(role).toLowerCase(Locale.ROOT)));
        }
        return "{\"role\": %s, \"label\": %s, \"required\": [%s], \"owes\": [%s]}"
                .formatted(
                        Keys.quoted(role),
                        Keys.quoted(name),
                        CLASSES.stream()
                                .filter(required.getValue()::contains)
                                .map(one -> Keys.quoted(one.name()))
                                .collect(Collectors.joining(", ")),
                        Keys.quotedLines(owes.getValue()));
    }
}
