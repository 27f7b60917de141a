package app.candor.policy;

import app.candor.access.Role;
import app.candor.policy.RosterPolicy.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When people come on and go off duty for a role.
 *
 * @param team id of the team whose incidents are looked at; null for those of no team
 */
public record DutyTimes(RosterPolicy roster, Role role, @Nullable String team) {

    /** A stretch of time in which nobody is on duty. */
    public record Gap(Instant from, Instant to) {}

    /**
     * When nobody is on duty within a stretch of time, earliest first; nothing for a role without
     * shifts, whose holders are on duty at any time.
     *
     * @param length at most some weeks; every shift is looked at day by day
     */
    public List<Gap> gaps(Instant from, Duration length) {
        var gaps = new ArrayList<Gap>();
        var begin = from;
        for (var edge : edges(from, from.plus(length))) {
            if (!roster.shifts(role).isEmpty() && onDuty(begin).isEmpty()) {
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
    public Optional<Instant> nextChange(Instant at) {
        return roster.shifts(role).isEmpty()
                ? Optional.empty()
                : edges(at, at.plus(Duration.ofDays(9))).stream()
                        .filter(edge -> !onDuty(edge).equals(onDuty(at)))
                        .findFirst();
    }

    private List<Shift> onDuty(Instant at) {
        return roster.onDuty(role, at, team == null ? Set.of() : Set.of(team));
    }

    /** All beginnings and ends of shifts after one instant and before another, and the other. */
    private SortedSet<Instant> edges(Instant from, Instant to) {
        var edges = new TreeSet<Instant>();
        for (var shift : roster.shifts(role)) {
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
}
