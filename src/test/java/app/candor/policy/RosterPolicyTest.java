package app.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Role;
import app.candor.policy.RosterPolicy.Gap;
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
import org.junit.jupiter.api.Test;

class RosterPolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

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

        assertThat(roster.gaps(Role.LEGAL, at("2026-11-25T12:00:00Z"), Duration.ofDays(3)))
                .containsExactly(
                        new Gap(at("2026-11-25T22:00:00Z"), at("2026-11-26T07:00:00Z")),
                        new Gap(at("2026-11-26T22:00:00Z"), at("2026-11-27T07:00:00Z")));
        assertThat(roster.gaps(Role.COMMANDER, at("2026-11-25T12:00:00Z"), Duration.ofDays(3)))
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

        assertThat(roster.nextChange(Role.LEGAL, at("2026-11-18T12:00:00Z")))
                .contains(at("2026-11-18T19:00:00Z"));
        assertThat(roster.nextChange(Role.COMMANDER, at("2026-11-18T12:00:00Z"))).isEmpty();
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

        assertThat(empty.onDuty(Role.LEGAL, at("2026-11-18T12:00:00Z"))).isEmpty();
        assertThat(empty.nextOf(Role.LEGAL, at("2026-11-18T12:00:00Z"))).isEmpty();
    }

    @Test
    void aShiftWithoutADayOrAPersonIsRefused() {
        assertThatThrownBy(() -> shift("legal", Set.of(), "08:00", "18:00"))
                .hasMessageContaining("day of the week");
        assertThatThrownBy(() -> shift(" ", EVERY_DAY, "08:00", "18:00"))
                .hasMessageContaining("person");
    }

    private static List<String> onDuty(RosterPolicy roster, String at) {
        return roster.onDuty(Role.LEGAL, at(at)).stream().map(Shift::person).toList();
    }

    private static Shift shift(String person, Set<DayOfWeek> days, String from, String to) {
        return new Shift(person, null, BERLIN, days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
