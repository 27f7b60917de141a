package app.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Role;
import app.candor.policy.DutyTimes.Gap;
import app.candor.policy.RosterPolicy.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RosterPolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final List<Team> TEAMS =
            List.of(
                    new Team("exports", "Exports", List.of("Scheduled exports")),
                    new Team("payments", "Payments", List.of("Payments", "Payouts")));

    @Test
    void theHoursOnTheWallStayWhenTheClocksChange() {
        var day = shift("legal", EVERY_DAY, "08:00", "18:00");

        assertThat(day.covers(at("2026-10-24T06:00:00Z"))).isTrue();
        assertThat(day.covers(at("2026-10-24T05:59:59Z"))).isFalse();
        assertThat(day.covers(at("2026-10-25T06:59:59Z"))).isFalse();
        assertThat(day.covers(at("2026-10-25T07:00:00Z"))).isTrue();
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        var friday = shift("legal", EnumSet.of(DayOfWeek.FRIDAY), "22:00", "06:00");

        assertThat(friday.covers(at("2026-11-27T21:30:00Z"))).isTrue();
        assertThat(friday.covers(at("2026-11-28T04:59:59Z"))).isTrue();
        assertThat(friday.covers(at("2026-11-28T05:00:00Z"))).isFalse();
        assertThat(friday.covers(at("2026-11-27T02:00:00Z"))).isFalse();
    }

    @Test
    void theEndOfOneShiftIsTheBeginningOfTheNextAndNobodyIsOnDutyTwice() {
        var roster =
                new RosterPolicy(
                        Map.of(
                                Role.LEGAL,
                                List.of(
                                        shift("legal", EVERY_DAY, "08:00", "20:00"),
                                        shift("legal2", EVERY_DAY, "20:00", "08:00"))));

        assertThat(onDuty(roster, "2026-11-18T18:59:59Z")).containsExactly("legal");
        assertThat(onDuty(roster, "2026-11-18T19:00:00Z")).containsExactly("legal2");
        assertThat(roster.nextOf(Role.LEGAL, at("2026-11-18T18:59:59Z")))
                .hasValueSatisfying(next -> assertThat(next.person()).isEqualTo("legal2"));
    }

    @Test
    void whatNoShiftCoversIsAGapAndGapsThatTouchAreOne() {
        var roster =
                new RosterPolicy(
                        Map.of(
                                Role.LEGAL,
                                List.of(
                                        shift("legal", EVERY_DAY, "08:00", "18:00"),
                                        shift("legal2", EVERY_DAY, "18:00", "23:00"),
                                        shift(
                                                "legal2",
                                                Set.of(DayOfWeek.FRIDAY),
                                                "23:00",
                                                "08:00"))));

        assertThat(legal(roster).gaps(at("2026-11-25T12:00:00Z"), Duration.ofDays(3)))
                .containsExactly(
                        new Gap(at("2026-11-25T22:00:00Z"), at("2026-11-26T07:00:00Z")),
                        new Gap(at("2026-11-26T22:00:00Z"), at("2026-11-27T07:00:00Z")));
        assertThat(
                        new DutyTimes(roster, Role.COMMANDER, null)
                                .gaps(at("2026-11-25T12:00:00Z"), Duration.ofDays(3)))
                .as("a role without shifts has no gaps")
                .isEmpty();
    }

    @Test
    void theNextChangeIsWhenSomebodyElseComesOn() {
        var roster =
                new RosterPolicy(
                        Map.of(
                                Role.LEGAL,
                                List.of(
                                        shift("legal", EVERY_DAY, "08:00", "20:00"),
                                        shift("legal2", EVERY_DAY, "20:00", "08:00"))));

        assertThat(legal(roster).nextChange(at("2026-11-18T12:00:00Z")))
                .contains(at("2026-11-18T19:00:00Z"));
        assertThat(
                        new DutyTimes(roster, Role.COMMANDER, null)
                                .nextChange(at("2026-11-18T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void aRoleThatLosesItsLastShiftHasNoneAgain() {
        var shift = shift("legal", EVERY_DAY, "08:00", "20:00");
        var empty = new RosterPolicy(Map.of());

        assertThat(empty.with(Role.LEGAL, shift).without(Role.LEGAL, shift)).isEqualTo(empty);
    }

    @Test
    void aRoleWithoutShiftsHasNobodyOnTheRoster() {
        var empty = new RosterPolicy(Map.of());

        assertThat(empty.onDuty(Role.LEGAL, at("2026-11-18T12:00:00Z"), Set.of())).isEmpty();
        assertThat(empty.nextOf(Role.LEGAL, at("2026-11-18T12:00:00Z"))).isEmpty();
    }

    @Test
    void aShiftWithoutADayOrAPersonIsRefused() {
        assertThatThrownBy(() -> shift("legal", Set.of(), "08:00", "18:00"))
                .hasMessageContaining("day of the week");
        assertThatThrownBy(() -> shift(" ", EVERY_DAY, "08:00", "18:00"))
                .hasMessageContaining("person");
    }

    @Test
    void theTeamsPersonIsAskedThenThatOfNoTeamThenADeputyThenNobodyOnTheRoster() {
        var roster = exportsAndOthers();

        assertThat(asked(roster, Set.of("exports"), Set.of("team", "general", "deputy")))
                .containsExactly("team");
        assertThat(asked(roster, Set.of("exports"), Set.of("general", "deputy")))
                .containsExactly("general");
        assertThat(asked(roster, Set.of("exports"), Set.of("deputy"))).containsExactly("deputy");
        assertThat(asked(roster, Set.of("exports"), Set.of())).isEmpty();
        assertThat(asked(roster, Set.of(), Set.of("team", "general", "deputy")))
                .as("no team is known")
                .containsExactly("general");
        assertThat(asked(roster, Set.of("payments"), Set.of("team", "general")))
                .as("another team")
                .containsExactly("general");
    }

    @Test
    void whereTheTeamHasNobodyOnDutyThoseOfNoTeamAnswerForIt() {
        var roster = exportsAndOthers();
        var night = at("2026-11-18T23:30:00Z");

        assertThat(roster.onDuty(Role.ENGINEERING, night, Set.of("exports")))
                .extracting(Shift::person)
                .containsExactly("general");
        assertThat(
                        new DutyTimes(roster, Role.ENGINEERING, "exports")
                                .gaps(night, Duration.ofDays(2)))
                .isEmpty();
        assertThat(new DutyTimes(roster, Role.ENGINEERING, "exports").nextChange(night))
                .contains(at("2026-11-19T07:00:00Z"));
    }

    @Test
    void aTeamWithoutOthersToFallBackOnHasGaps() {
        var alone =
                new RosterPolicy(
                        Map.of(Role.ENGINEERING, List.of(dayOf("exports", "team", null))), TEAMS);

        assertThat(
                        new DutyTimes(alone, Role.ENGINEERING, "exports")
                                .gaps(at("2026-11-18T12:00:00Z"), Duration.ofDays(1)))
                .containsExactly(new Gap(at("2026-11-18T19:00:00Z"), at("2026-11-19T07:00:00Z")));
        assertThat(alone.teamsOf(Role.ENGINEERING))
                .extracting(Team::name)
                .containsExactly("Exports");
    }

    @Test
    void aTeamIsConcernedByWholeNamesOfWhatItLooksAfter() {
        var roster = new RosterPolicy(Map.of(), TEAMS);

        assertThat(roster.responsibleFor("order sync (EU), Payments")).containsExactly("payments");
        assertThat(roster.responsibleFor("Live dashboards; scheduled exports"))
                .containsExactly("exports");
        assertThat(roster.responsibleFor("Payments+, Repayments")).containsExactly("payments");
        assertThat(roster.responsibleFor("Repayments")).isEmpty();
        assertThat(roster.responsibleFor("")).isEmpty();
    }

    @Test
    void aRosterFromBeforeThereWereTeamsIsReadAndOneWithTeamsComesBackAsItWas() {
        var before =
                JsonMapper.shared()
                        .readValue(
                                """
                                {"roles": {"LEGAL": [{"person": "legal", "deputy": null, "zone": "UTC",
                                  "days": ["MONDAY"], "from": "08:00", "to": "18:00"}]}}
                                """,
                                RosterPolicy.class);
        assertThat(before.teams()).isEmpty();
        assertThat(before.shifts(Role.LEGAL)).extracting(Shift::team).containsOnlyNulls();

        var now = exportsAndOthers();
        assertThat(
                        JsonMapper.shared()
                                .readValue(
                                        JsonMapper.shared().writeValueAsString(now),
                                        RosterPolicy.class))
                .isEqualTo(now);
    }

    @Test
    void aShiftOfATeamThatIsNotThereIsRefused() {
        var roster = exportsAndOthers();

        assertThatThrownBy(() -> roster.without(TEAMS.getFirst())).hasMessageContaining("exports");
        assertThatThrownBy(() ->
                        new RosterPolicy(Map.of(), List.of(TEAMS.getFirst(), TEAMS.getFirst())))
                .hasMessageContaining("share an id");
    }

    /** The team works by day in Berlin; somebody of no team is there all the time. */
    private static RosterPolicy exportsAndOthers() {
        return new RosterPolicy(
                Map.of(
                        Role.ENGINEERING,
                        List.of(
                                new Shift(
                                        "general",
                                        null,
                                        BERLIN,
                                        EVERY_DAY,
                                        LocalTime.MIDNIGHT,
                                        LocalTime.MIDNIGHT),
                                dayOf("exports", "team", "deputy"))),
                TEAMS);
    }

    private static Shift dayOf(String team, String person, @Nullable String deputy) {
        return new Shift(
                person, deputy, BERLIN, EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(20, 0), team);
    }

    private static Set<String> asked(RosterPolicy roster, Set<String> teams, Set<String> able) {
        return roster.asked(Role.ENGINEERING, at("2026-11-18T12:00:00Z"), teams, able::contains);
    }

    private static DutyTimes legal(RosterPolicy roster) {
        return new DutyTimes(roster, Role.LEGAL, null);
    }

    private static List<String> onDuty(RosterPolicy roster, String at) {
        return roster.onDuty(Role.LEGAL, at(at), Set.of()).stream().map(Shift::person).toList();
    }

    private static Shift shift(String person, Set<DayOfWeek> days, String from, String to) {
        return new Shift(person, null, BERLIN, days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
