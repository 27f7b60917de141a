package app.candor.demo.story;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import app.candor.access.Role;
import app.candor.demo.DemoPerson;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.RosterPolicy;
import app.candor.policy.RosterPolicy.Shift;
import app.candor.policy.Team;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/**
 * Who is on duty, for which part of the product. At night and on weekends support has nobody, which
 * the page shows as a gap; roles with one holder are asked at any time.
 */
@PartOfTheStory
@Order(0)
class DutyRoster implements Chapter {
    private static final Set<DayOfWeek> WEEKDAYS =
            Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = Set.of(SATURDAY, SUNDAY);
    private static final Set<DayOfWeek> EARLY_WEEK = Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY);
    private static final Set<DayOfWeek> LATE_WEEK = Set.of(FRIDAY, SATURDAY, SUNDAY);

    private static final Team PIPELINE =
            new Team(
                    "event-pipeline",
                    "Event pipeline",
                    List.of("Order sync", "Live dashboards", "Shipping labels", "Tradelane"));
    private static final Team REPORTING =
            new Team(
                    "reporting",
                    "Reports and exports",
                    List.of("Order reports", "Daily totals", "Scheduled exports"));
    private static final Team PORTAL =
            new Team(
                    "portal",
                    "Portal and sign-in",
                    List.of("Merchant portal", "Partner portal", "Sign-in", "Payments"));

    private final Policies policies;
    private final Cast cast;

    DutyRoster(Policies policies, Cast cast) {
        this.policies = policies;
        this.cast = cast;
    }

    @Override
    public void tell(Instant now, StoryClock clock) {
        clock.turnTo(now.minus(Duration.ofDays(45)));
        var proposed = cast.as(DemoPerson.ADMIN, () -> policies.propose(roster()));
        clock.turnTo(now.minus(Duration.ofDays(45)).plus(Duration.ofHours(3)));
        cast.as(DemoPerson.ADMIN2, () -> policies.confirm(PolicyKind.ROSTER, proposed.number()));
    }

    private static RosterPolicy roster() {
        var days = new Hours(WEEKDAYS, 7, 19);
        var nights = new Hours(WEEKDAYS, 19, 7);
        var weekends = new Hours(WEEKEND, 7, 7);
        var earlyWeek = new Hours(EARLY_WEEK, 9, 9);
        var lateWeek = new Hours(LATE_WEEK, 9, 9);
        return new RosterPolicy(
                Map.of(
                        Role.COMMANDER,
                        List.of(
                                days.of(DemoPerson.COMMANDER, DemoPerson.COMMANDER2),
                                nights.of(DemoPerson.COMMANDER2, DemoPerson.COMMANDER),
                                weekends.of(DemoPerson.COMMANDER2, DemoPerson.COMMANDER)),
                        Role.ENGINEERING,
                        List.of(
                                days.of(DemoPerson.ENGINEER, DemoPerson.ENGINEER2, PIPELINE),
                                days.of(DemoPerson.ENGINEER2, DemoPerson.ENGINEER, REPORTING),
                                earlyWeek.of(DemoPerson.ENGINEER2, DemoPerson.ENGINEER),
                                lateWeek.of(DemoPerson.ENGINEER, DemoPerson.ENGINEER2)),
                        Role.LEGAL,
                        List.of(
                                days.of(DemoPerson.LEGAL, DemoPerson.LEGAL2),
                                nights.of(DemoPerson.LEGAL2, DemoPerson.LEGAL),
                                weekends.of(DemoPerson.LEGAL2, DemoPerson.LEGAL)),
                        Role.LEADERSHIP,
                        List.of(
                                earlyWeek.of(DemoPerson.LEADER, DemoPerson.LEADER2),
                                lateWeek.of(DemoPerson.LEADER2, DemoPerson.LEADER)),
                        Role.SUPPORT,
                        List.of(days.of(DemoPerson.SUPPORT, null))),
                List.of(PIPELINE, REPORTING, PORTAL));
    }

    /** The same hours on some days of the week, on the clocks of the head office. */
    private record Hours(Set<DayOfWeek> days, int from, int to) {
        private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

        Shift of(DemoPerson person, @Nullable DemoPerson deputy) {
            return of(person, deputy, null);
        }

        Shift of(DemoPerson person, @Nullable DemoPerson deputy, @Nullable Team team) {
            return new Shift(
                    person.sub(),
                    deputy == null ? null : deputy.sub(),
                    OFFICE,
                    days,
                    LocalTime.of(from, 0),
                    LocalTime.of(to, 0),
                    team == null ? null : team.id());
        }
    }
}
