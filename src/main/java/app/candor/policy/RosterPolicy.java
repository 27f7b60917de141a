package app.candor.policy;

import app.candor.access.Role;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
