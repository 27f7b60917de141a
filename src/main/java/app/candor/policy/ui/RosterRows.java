package app.candor.policy.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.policy.DutyTimes;
import app.candor.policy.RosterPolicy;
import app.candor.policy.RosterPolicy.Shift;
import app.candor.policy.Team;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** One row a role, and before it one for each team that has shifts for it. */
    Component[] now(RosterPolicy roster, List<Role> roles) {
        return roles.stream()
                .flatMap(role ->
                        Stream.concat(
                                roster.teamsOf(role).stream().map(team -> now(roster, role, team)),
                                Stream.of(now(roster, role, null))))
                .toArray(Component[]::new);
    }

    private Component now(RosterPolicy roster, Role role, @Nullable Team team) {
        var title = title(roster, role, team);
        if (team == null && roster.shifts(role).stream().allMatch(shift -> shift.team() != null)) {
            return everybody(role, title);
        }
        var onDuty =
                roster.onDuty(role, now, ids(team)).stream()
                        .flatMap(shift -> people.find(shift.person()).stream())
                        .distinct()
                        .toList();
        var until =
                new DutyTimes(roster, role, id(team))
                        .nextChange(now)
                        .map(at -> "until " + Times.near(at, now))
                        .orElse("without a change in the next days");
        if (onDuty.isEmpty()) {
            return new ListRow(
                    new Icon(Glyph.GAP),
                    title,
                    "Nobody " + until + ": all who hold the role are asked",
                    new Badge(Tone.WARN, Glyph.GAP, "Gap"));
        }
        return new ListRow(
                new Icon(Glyph.CHECK),
                title,
                onDuty.stream().map(Person::name).collect(Collectors.joining(", ")) + ", " + until,
                new AvatarRow(onDuty));
    }

    private Component everybody(Role role, String title) {
        var holders = people.holders(role);
        return new ListRow(
                new Icon(Glyph.CIRCLE),
                title,
                holders.isEmpty()
                        ? "No roster, and nobody holds the role"
                        : "No shifts: everybody who holds the role is asked, at any time",
                holders.isEmpty()
                        ? new Badge(Tone.WARN, Glyph.GAP, "Nobody")
                        : new AvatarRow(holders));
    }

    private static String title(RosterPolicy roster, Role role, @Nullable Team team) {
        if (team != null) {
            return role.label() + ", " + team.name();
        }
        return roster.teamsOf(role).isEmpty() ? role.label() : role.label() + ", other teams";
    }

    private static @Nullable String id(@Nullable Team team) {
        return team == null ? null : team.id();
    }

    private static Set<String> ids(@Nullable Team team) {
        return team == null ? Set.of() : Set.of(team.id());
    }

    /**
     * The shifts of a role and the first gap of the next week, for each team and for the others.
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
            rows.add(row(roster, role, shift, edit, remove));
        }
        for (var team : roster.teamsOf(role)) {
            gap(roster, role, team).ifPresent(rows::add);
        }
        if (roster.shifts(role).stream().anyMatch(shift -> shift.team() == null)) {
            gap(roster, role, null).ifPresent(rows::add);
        }
        return rows.toArray(Component[]::new);
    }

    private Component row(
            RosterPolicy roster,
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
        return new ListRow(lead, who, detail(roster, shift), trail.toArray(Component[]::new));
    }

    private Optional<Component> gap(RosterPolicy roster, Role role, @Nullable Team team) {
        var gaps = new DutyTimes(roster, role, id(team)).gaps(now, AHEAD);
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        var first = gaps.getFirst();
        return Optional.of(
                new ListRow(
                        new Icon(Glyph.GAP),
                        "Nobody%s from %s to %s%s"
                                .formatted(
                                        team == null ? "" : " for " + team.name(),
                                        Times.near(first.from(), now),
                                        Times.near(first.to(), now),
                                        gaps.size() == 1
                                                ? ""
                                                : " and %d more".formatted(gaps.size() - 1)),
                        "Within the next seven days; all who hold the role are asked then"));
    }

    /** Teams and what each looks after. */
    Component[] teams(
            RosterPolicy roster, @Nullable Consumer<Team> edit, @Nullable Consumer<Team> remove) {
        return roster.teams().stream()
                .map(team -> {
                    var trail = new ArrayList<Component>();
                    if (edit != null && remove != null) {
                        trail.add(
                                Buttons.icon(
                                        Glyph.PENCIL,
                                        "Change the team " + team.name(),
                                        () -> edit.accept(team)));
                        trail.add(
                                Buttons.icon(
                                        Glyph.CLOSE,
                                        "Remove the team " + team.name(),
                                        () -> remove.accept(team)));
                    }
                    return new ListRow(
                            new Icon(Glyph.AT),
                            team.name(),
                            cares(team),
                            trail.toArray(Component[]::new));
                })
                .toArray(Component[]::new);
    }

    private static String cares(Team team) {
        return team.cares().isEmpty()
                ? "Looks after nothing that the ledger could name"
                : "Looks after " + String.join(", ", team.cares());
    }

    /** Teams and shifts that one roster has and the other has not. */
    Component[] changes(RosterPolicy before, RosterPolicy after) {
        var rows = new ArrayList<Component>();
        difference(before.teams(), after.teams()).forEach(team -> rows.add(change(team, false)));
        difference(after.teams(), before.teams()).forEach(team -> rows.add(change(team, true)));
        for (var role : Role.values()) {
            difference(before.shifts(role), after.shifts(role))
                    .forEach(shift -> rows.add(change(before, role, shift, false)));
            difference(after.shifts(role), before.shifts(role))
                    .forEach(shift -> rows.add(change(after, role, shift, true)));
        }
        if (rows.isEmpty()) {
            rows.add(new ListRow(new Icon(Glyph.DASH), "The same shifts in another order", ""));
        }
        return rows.toArray(Component[]::new);
    }

    private static <T> List<T> difference(List<T> one, List<T> other) {
        return one.stream().filter(each -> !other.contains(each)).toList();
    }

    private static Component change(Team team, boolean added) {
        return change(team.name() + ", team", cares(team), added);
    }

    private Component change(RosterPolicy roster, Role role, Shift shift, boolean added) {
        return change(name(shift.person()) + ", " + role.label(), detail(roster, shift), added);
    }

    private static Component change(String words, String detail, boolean added) {
        var title = new Span(words);
        title.addClassName("b");
        return new ListRow(
                new Icon(added ? Glyph.PLUS : Glyph.DASH, added ? "Added" : "Removed"),
                title,
                detail,
                new Badge(added ? Tone.OK : Tone.OUTLINE, added ? "Added" : "Removed"));
    }

    private String detail(RosterPolicy roster, Shift shift) {
        var deputy = shift.deputy();
        var team = roster.team(shift.team()).map(one -> "For " + one.name() + ": ").orElse("");
        return team + ShiftWords.hours(shift) + (deputy == null ? "" : "; deputy " + name(deputy));
    }

    String name(String id) {
        return people.find(id).map(Person::name).orElse("Somebody who left");
    }
}
