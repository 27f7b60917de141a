package app.candor.policy;

import app.candor.access.Role;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty for a role, week after week.
 *
 * @param roles shifts by role; a role without shifts has all its holders on duty at any time
 * @param teams those that shifts may name; null for none, as in rosters from before there were any
 */
public record RosterPolicy(Map<Role, List<Shift>> roles, @Nullable List<Team> teams) {

    /**
     * @throws IllegalArgumentException if two teams share an id, or a shift names one that is not
     *     there
     */
    public RosterPolicy {
        roles = Map.copyOf(roles);
        teams = teams == null ? List.of() : List.copyOf(teams);
        var ids = teams.stream().map(Team::id).collect(Collectors.toSet());
        if (ids.size() < teams.size()) {
            throw new IllegalArgumentException("Two teams share an id");
        }
        roles.values().stream()
                .flatMap(List::stream)
                .map(Shift::team)
                .filter(team -> team != null && !ids.contains(team))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            "A shift names the team " + unknown + ", which is not there");
                });
    }

    /** A roster without teams. */
    public RosterPolicy(Map<Role, List<Shift>> roles) {
        this(roles, List.of());
    }

    @Override
    public List<Team> teams() {
        return teams == null ? List.of() : teams;
    }

    /**
     * A stretch of the same hours on some days of the week, in the time zone of who works it: where
     * the clocks change, the hours on the wall stay.
     *
     * @param person id of who is on duty
     * @param deputy id of who is asked when that person stays silent; null for none
     * @param zone such as {@code Europe/Berlin}
     * @param days on which it begins
     * @param from wall time at which it begins
     * @param to wall time at which it ends; not after {@code from} means the next day
     * @param team id of the team that it is for; null for whatever no team on duty answers
     */
    public record Shift(
            String person,
            @Nullable String deputy,
            ZoneId zone,
            Set<DayOfWeek> days,
            LocalTime from,
            LocalTime to,
            @Nullable String team) {
        public Shift {
            if (person.isBlank()) {
                throw new IllegalArgumentException("A shift needs a person");
            }
            if (days.isEmpty()) {
                throw new IllegalArgumentException("A shift needs a day of the week");
            }
            days = Set.copyOf(EnumSet.copyOf(days));
        }

        /** One for no team. */
        public Shift(
                String person,
                @Nullable String deputy,
                ZoneId zone,
                Set<DayOfWeek> days,
                LocalTime from,
                LocalTime to) {
            this(person, deputy, zone, days, from, to, null);
        }

        /** Whether the instant lies in it; the end is not part of it. */
        public boolean covers(Instant at) {
            var today = at.atZone(zone).toLocalDate();
            return covers(today, at) || covers(today.minusDays(1), at);
        }

        /** When the next one begins after that instant; within eight days. */
        public Instant nextAfter(Instant at) {
            var today = at.atZone(zone).toLocalDate();
            return today.datesUntil(today.plusDays(9))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> begins(day).toInstant())
                    .filter(begin -> begin.isAfter(at))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        private boolean covers(LocalDate day, Instant at) {
            return days.contains(day.getDayOfWeek())
                    && !at.isBefore(begins(day).toInstant())
                    && at.isBefore(ends(day).toInstant());
        }

        ZonedDateTime begins(LocalDate day) {
            return day.atTime(from).atZone(zone);
        }

        ZonedDateTime ends(LocalDate day) {
            return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone);
        }
    }

    /** With one shift more, behind the others of the role. */
    public RosterPolicy with(Role role, Shift shift) {
        var all = new EnumMap<Role, List<Shift>>(Role.class);
        all.putAll(roles);
        all.merge(
                role,
                List.of(shift),
                (old, one) -> Stream.concat(old.stream(), one.stream()).toList());
        return new RosterPolicy(all, teams);
    }

    /** With a team, in the place of the one of its id if there is one. */
    public RosterPolicy with(Team team) {
        var known = teams().stream().anyMatch(one -> one.id().equals(team.id()));
        var all =
                known
                        ? teams().stream().map(one -> one.id().equals(team.id()) ? team : one)
                        : Stream.concat(teams().stream(), Stream.of(team));
        return new RosterPolicy(roles, all.toList());
    }

    /**
     * Without a team.
     *
     * @throws IllegalArgumentException while shifts name it
     */
    public RosterPolicy without(Team team) {
        return new RosterPolicy(roles, teams().stream().filter(one -> !one.equals(team)).toList());
    }

    /** Without one shift; a role that loses its last one has all its holders on duty again. */
    public RosterPolicy without(Role role, Shift shift) {
        var all = new EnumMap<Role, List<Shift>>(Role.class);
        all.putAll(roles);
        all.computeIfPresent(
                role,
                (same, old) -> {
                    var left = old.stream().filter(one -> !one.equals(shift)).toList();
                    return left.isEmpty() ? null : left;
                });
        return new RosterPolicy(all, teams);
    }

    /**
     * Whose shift it is now for an incident of these teams: the shifts of the teams, else those of
     * no team, in the order of the document.
     *
     * @param teams ids; empty for an incident of which no team is known
     */
    public List<Shift> onDuty(Role role, Instant at, Set<String> teams) {
        var now = covering(role, at, teams);
        var theirs = now.stream().filter(shift -> shift.team() != null).toList();
        return theirs.isEmpty() ? now : theirs;
    }

    /**
     * Whom to ask first: who is on duty for the teams, else who is on duty for no team, else the
     * deputies of all these.
     *
     * @param can tells whether a person, by id, may be asked at all
     * @return ids; empty where nobody on the roster can be asked
     */
    public Set<String> asked(Role role, Instant at, Set<String> teams, Predicate<String> can) {
        var now = covering(role, at, teams);
        return Stream.<Stream<@Nullable String>>of(
                        now.stream().filter(shift -> shift.team() != null).map(Shift::person),
                        now.stream().filter(shift -> shift.team() == null).map(Shift::person),
                        now.stream().map(Shift::deputy))
                .map(people ->
                        people.filter(Objects::nonNull)
                                .filter(can)
                                .collect(Collectors.<String>toSet()))
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    /** The deputies of those shifts of the teams and of no team that cover the instant. */
    public List<String> deputies(Role role, Instant at, Set<String> teams) {
        return covering(role, at, teams).stream()
                .flatMap(shift -> Stream.ofNullable(shift.deputy()))
                .toList();
    }

    private List<Shift> covering(Role role, Instant at, Set<String> teams) {
        return shifts(role).stream()
                .filter(shift -> shift.team() == null || teams.contains(shift.team()))
                .filter(shift -> shift.covers(at))
                .toList();
    }

    /** Empty for no id, or for one that is not there. */
    public Optional<Team> team(@Nullable String id) {
        return teams().stream().filter(team -> team.id().equals(id)).findFirst();
    }

    /** The teams that have shifts for the role, in the order of the document. */
    public List<Team> teamsOf(Role role) {
        return teams().stream()
                .filter(team ->
                        shifts(role).stream().anyMatch(shift -> team.id().equals(shift.team())))
                .toList();
    }

    /** The teams that look after something named in words such as “Order sync, Payments”. */
    public Set<String> responsibleFor(String words) {
        return teams().stream()
                .filter(team -> team.isNamedIn(words))
                .map(Team::id)
                .collect(Collectors.toSet());
    }

    public List<Shift> shifts(Role role) {
        return roles.getOrDefault(role, List.of());
    }

    /** The next shift of the role to begin; empty where there are none. */
    public Optional<Shift> nextOf(Role role, Instant at) {
        return shifts(role).stream().min(Comparator.comparing(shift -> shift.nextAfter(at)));
    }
}
