package app.candor.policy;

import app.candor.access.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty for a role, week after week.
 *
 * @param roles shifts by role; a role without shifts has all its holders on duty at any time
 */
public record RosterPolicy(Map<Role, List<Shift>> roles) {
    public RosterPolicy {
        roles = Map.copyOf(roles);
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
     */
    public record Shift(
            String person,
            @Nullable String deputy,
            ZoneId zone,
            Set<DayOfWeek> days,
            LocalTime from,
            LocalTime to) {
        public Shift {
            if (person.isBlank()) {
                throw new IllegalArgumentException("A shift needs a person");
            }
            if (days.isEmpty()) {
                throw new IllegalArgumentException("A shift needs a day of the week");
            }
            days = Set.copyOf(EnumSet.copyOf(days));
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

        private ZonedDateTime begins(LocalDate day) {
            return day.atTime(from).atZone(zone);
        }

        private ZonedDateTime ends(LocalDate day) {
            return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone);
        }
    }

    /** A stretch of time in which nobody is on duty for a role. */
    public record Gap(Instant from, Instant to) {}

    /**
     * When nobody is on duty within a stretch of time, earliest first; nothing for a role without
     * shifts, whose holders are on duty at any time.
     *
     * @param length at most some weeks; every shift is looked at day by day
     */
    public List<Gap> gaps(Role role, Instant from, Duration length) {
        var gaps = new ArrayList<Gap>();
        var to = from.plus(length);
        var edges = edges(role, from, to);
        var begin = from;
        for (var edge : edges) {
            if (!shifts(role).isEmpty() && onDuty(role, begin).isEmpty()) {
                if (!gaps.isEmpty() && gaps.getLast().to().equals(begin)) {
                    begin = gaps.removeLast().from();
                }
                gaps.add(new Gap(begin, edge));
            }
            begin = edge;
        }
        return gaps;
    }

    /**
     * When somebody next comes on or goes off duty; empty for a role without shifts.
     *
     * @param at within nine days after it
     */
    public Optional<Instant> nextChange(Role role, Instant at) {
        return shifts(role).isEmpty()
                ? Optional.empty()
                : edges(role, at, at.plus(Duration.ofDays(9))).stream()
                        .filter(edge -> !onDuty(role, edge).equals(onDuty(role, at)))
                        .findFirst();
    }

    /** All beginnings and ends of shifts after one instant and before another, and the other. */
    private SortedSet<Instant> edges(Role role, Instant from, Instant to) {
        var edges = new TreeSet<Instant>();
        for (var shift : shifts(role)) {
            var first = from.atZone(shift.zone()).toLocalDate().minusDays(1);
            var last = to.atZone(shift.zone()).toLocalDate().plusDays(1);
            first.datesUntil(last)
                    .filter(day -> shift.days().contains(day.getDayOfWeek()))
                    .forEach(day -> {
                        edges.add(shift.begins(day).toInstant());
                        edges.add(shift.ends(day).toInstant());
                    });
        }
        edges.add(to);
        edges.removeIf(edge -> !edge.isAfter(from) || edge.isAfter(to));
        return edges;
    }

    /** With one shift more, behind the others of the role. */
    public RosterPolicy with(Role role, Shift shift) {
        var all = new EnumMap<Role, List<Shift>>(Role.class);
        all.putAll(roles);
        all.merge(
                role,
                List.of(shift),
                (old, one) -> Stream.concat(old.stream(), one.stream()).toList());
        return new RosterPolicy(all);
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
        return new RosterPolicy(all);
    }

    /** The shifts of the role that cover the instant, in the order of the document. */
    public List<Shift> onDuty(Role role, Instant at) {
        return shifts(role).stream().filter(shift -> shift.covers(at)).toList();
    }

    public List<Shift> shifts(Role role) {
        return roles.getOrDefault(role, List.of());
    }

    /** The next shift of the role to begin; empty where there are none. */
    public Optional<Shift> nextOf(Role role, Instant at) {
        return shifts(role).stream().min(Comparator.comparing(shift -> shift.nextAfter(at)));
    }
}
