package app.candor.policy.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.policy.RosterPolicy;
import app.candor.policy.RosterPolicy.Gap;
import app.candor.policy.RosterPolicy.Shift;
import app.candor.uikit.AvatarRow;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A roster in rows: who is on duty, which shifts there are, what a change of it would do. */
final class RosterRows {
    private static final Duration AHEAD = Duration.ofDays(7);

    private final People people;
    private final Instant now;

    RosterRows(People people, Instant now) {
        this.people = people;
        this.now = now;
    }

    /** One row a role. */
    Component[] now(RosterPolicy roster, List<Role> roles) {
        return roles.stream().map(role -> now(roster, role)).toArray(Component[]::new);
    }

    private Component now(RosterPolicy roster, Role role) {
        if (roster.shifts(role).isEmpty()) {
            var holders = people.holders(role);
            return new ListRow(
                    new Icon(Glyph.CIRCLE),
                    role.label(),
                    holders.isEmpty()
                            ? "No roster, and nobody holds the role"
                            : "No shifts: everybody who holds the role is asked, at any time",
                    holders.isEmpty()
                            ? new Badge(Tone.WARN, Glyph.GAP, "Nobody")
                            : new AvatarRow(holders));
        }
        var onDuty =
                roster.onDuty(role, now).stream()
                        .flatMap(shift -> people.find(shift.person()).stream())
                        .distinct()
                        .toList();
        var until =
                roster.nextChange(role, now)
                        .map(at -> "until " + Times.near(at, now))
                        .orElse("without a change in the next days");
        if (onDuty.isEmpty()) {
            return new ListRow(
                    new Icon(Glyph.GAP),
                    role.label(),
                    "Nobody " + until + ": all who hold the role are asked",
                    new Badge(Tone.WARN, Glyph.GAP, "Gap"));
        }
        return new ListRow(
                new Icon(Glyph.CHECK),
                role.label(),
                onDuty.stream().map(Person::name).collect(Collectors.joining(", ")) + ", " + until,
                new AvatarRow(onDuty));
    }

    /**
     * The shifts of a role and the first gap of the next week.
     *
     * @param edit null where the reader changes nothing
     */
    Component[] shifts(
            RosterPolicy roster,
            Role role,
            @Nullable BiConsumer<Role, Shift> edit,
            @Nullable BiConsumer<Role, Shift> remove) {
        var rows = new ArrayList<Component>();
        for (var shift : roster.shifts(role)) {
            rows.add(row(role, shift, edit, remove));
        }
        var gaps = roster.gaps(role, now, AHEAD);
        if (!gaps.isEmpty()) {
            rows.add(gap(gaps));
        }
        return rows.toArray(Component[]::new);
    }

    private Component row(
            Role role,
            Shift shift,
            @Nullable BiConsumer<Role, Shift> edit,
            @Nullable BiConsumer<Role, Shift> remove) {
        var person = people.find(shift.person());
        var lead = person.map(PersonAvatar::new).orElseGet(() -> PersonAvatar.vacant(role.label()));
        var trail = new ArrayList<Component>();
        if (shift.covers(now)) {
            trail.add(new Badge(Tone.OK, Glyph.DOT, "Now"));
        }
        var who = name(shift.person());
        if (edit != null) {
            trail.add(
                    Buttons.icon(
                            Glyph.PENCIL,
                            "Change the shift of " + who,
                            () -> edit.accept(role, shift)));
        }
        if (remove != null) {
            trail.add(
                    Buttons.icon(
                            Glyph.CLOSE,
                            "Remove the shift of " + who,
                            () -> remove.accept(role, shift)));
        }
        return new ListRow(lead, who, detail(shift), trail.toArray(Component[]::new));
    }

    private Component gap(List<Gap> gaps) {
        var first = gaps.getFirst();
        var more = gaps.size() == 1 ? "" : " and %d more".formatted(gaps.size() - 1);
        return new ListRow(
                new Icon(Glyph.GAP),
                "Nobody from %s to %s%s"
                        .formatted(
                                Times.near(first.from(), now), Times.near(first.to(), now), more),
                "Within the next seven days; all who hold the role are asked then");
    }

    /** Shifts that one roster has and the other has not. */
    Component[] changes(RosterPolicy before, RosterPolicy after) {
        var rows = new ArrayList<Component>();
        for (var role : Role.values()) {
            difference(before, after, role).forEach(shift -> rows.add(change(role, shift, false)));
            difference(after, before, role).forEach(shift -> rows.add(change(role, shift, true)));
        }
        if (rows.isEmpty()) {
            rows.add(new ListRow(new Icon(Glyph.DASH), "The same shifts in another order", ""));
        }
        return rows.toArray(Component[]::new);
    }

    private static List<Shift> difference(RosterPolicy one, RosterPolicy other, Role role) {
        return one.shifts(role).stream()
                .filter(shift -> !other.shifts(role).contains(shift))
                .toList();
    }

    private Component change(Role role, Shift shift, boolean added) {
        var title = new Span(name(shift.person()) + ", " + role.label());
        title.addClassName("b");
        return new ListRow(
                new Icon(added ? Glyph.PLUS : Glyph.DASH, added ? "Added" : "Removed"),
                title,
                detail(shift),
                new Badge(added ? Tone.OK : Tone.OUTLINE, added ? "Added" : "Removed"));
    }

    private String detail(Shift shift) {
        var deputy = shift.deputy();
        return ShiftWords.hours(shift) + (deputy == null ? "" : "; deputy " + name(deputy));
    }

    String name(String id) {
        return people.find(id).map(Person::name).orElse("Somebody who left");
    }
}
