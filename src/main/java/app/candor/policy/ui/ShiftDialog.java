package app.candor.policy.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.policy.RosterPolicy.Shift;
import app.candor.policy.Team;
import app.candor.uikit.QuestionDialog;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks who is on duty for a role, on which days and at which hours. */
class ShiftDialog extends QuestionDialog {
    private final ComboBox<Role> role = new ComboBox<>("Role");
    private final ComboBox<Team> team = new ComboBox<>("Team");
    private final ComboBox<Person> person = new ComboBox<>("On duty");
    private final ComboBox<Person> deputy =
            new ComboBox<>("Deputy, asked when that person is silent");
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>("Days on which it begins");
    private final TimePicker from = new TimePicker("From");
    private final TimePicker to = new TimePicker("To");
    private final ComboBox<ZoneId> zone = new ComboBox<>("Time zone of these hours");
    private final People people;

    /**
     * @param known what to begin with; null for a new one
     */
    ShiftDialog(
            People people,
            List<Role> roles,
            List<Team> teams,
            Role first,
            @Nullable Shift known,
            BiConsumer<Role, Shift> take) {
        super(known == null ? "Add a shift" : "Change a shift");
        this.people = people;
        role.setItems(roles);
        role.setItemLabelGenerator(Role::label);
        role.addValueChangeListener(changed -> offerHolders());
        person.setItemLabelGenerator(Person::name);
        deputy.setItemLabelGenerator(Person::name);
        deputy.setClearButtonVisible(true);
        team.setItems(teams);
        team.setItemLabelGenerator(Team::name);
        team.setClearButtonVisible(true);
        team.setPlaceholder("Whatever no team on duty answers");
        team.setVisible(!teams.isEmpty());
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(ShiftWords::name);
        from.setStep(Duration.ofMinutes(30));
        to.setStep(Duration.ofMinutes(30));
        from.setLocale(Locale.UK);
        to.setLocale(Locale.UK);
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
        zone.setItemLabelGenerator(id -> id.getId().replace('_', ' '));
        role.setValue(first);
        role.setReadOnly(known != null);
        from.setValue(known == null ? LocalTime.of(8, 0) : known.from());
        to.setValue(known == null ? LocalTime.of(20, 0) : known.to());
        zone.setValue(known == null ? ZoneId.of("UTC") : known.zone());
        days.setValue(
                known == null ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY) : known.days());
        if (known != null) {
            teams.stream()
                    .filter(one -> one.id().equals(known.team()))
                    .findFirst()
                    .ifPresent(team::setValue);
            people.find(known.person()).ifPresent(person::setValue);
            if (known.deputy() != null) {
                people.find(known.deputy()).ifPresent(deputy::setValue);
            }
        }
        var hours = new Div(from, to);
        hours.addClassName("form-row");
        zone.setWidthFull();
        var fields = new Div(role, team, person, deputy, days, hours, zone);
        fields.addClassName("form");
        add(fields);
        answer(
                known == null ? "Add shift" : "Change shift",
                () -> take.accept(role.getValue(), said()));
    }

    private void offerHolders() {
        var holders = role.getValue() == null ? List.<Person>of() : people.holders(role.getValue());
        person.setItems(holders);
        deputy.setItems(holders);
    }

    private Shift said() {
        if (role.getValue() == null || person.getValue() == null) {
            throw new Refused("Choose the role and who is on duty.");
        }
        if (days.getValue().isEmpty()) {
            throw new Refused("Choose at least one day on which the shift begins.");
        }
        if (from.getValue() == null || to.getValue() == null || zone.getValue() == null) {
            throw new Refused("Say from when to when, and in which time zone.");
        }
        var second = deputy.getValue();
        if (person.getValue().equals(second)) {
            throw new Refused("The deputy is somebody else than the person on duty.");
        }
        return new Shift(
                person.getValue().id(),
                second == null ? null : second.id(),
                zone.getValue(),
                days.getValue(),
                from.getValue(),
                to.getValue(),
                team.getValue() == null ? null : team.getValue().id());
    }
}
