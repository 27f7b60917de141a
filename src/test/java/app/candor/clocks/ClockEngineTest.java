package app.candor.clocks;

import static app.candor.clocks.IncidentTimes.To.CUSTOMERS;
import static app.candor.clocks.IncidentTimes.To.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.clocks.IncidentClock.State;
import app.candor.clocks.IncidentTimes.Update;
import app.candor.policy.ClockPolicy;
import app.candor.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockEngineTest {
    private static final Instant REPORTED = Instant.parse("2026-11-18T09:04:00Z");
    private static final Instant DECLARED = Instant.parse("2026-11-18T09:12:00Z");
    private static final ClockPolicy POLICY =
            new ClockPolicy(
                    60,
                    Map.of(Severity.SEV1, 15, Severity.SEV2, 30),
                    Map.of(Severity.SEV1, Map.of("investigating", 20, "identified", 30)),
                    30,
                    Map.of(),
                    10);

    private final ClockEngine engine = new ClockEngine(POLICY);

    @Test
    void aReportIsToBeAnsweredWithinAnHourAndWarnsTenMinutesBefore() {
        var times = suspected();
        var due = REPORTED.plus(Duration.ofMinutes(60));

        assertThat(state("respond", REPORTED, times)).isInstanceOf(State.Running.class);
        assertThat(state("respond", after(REPORTED, 50), times)).isInstanceOf(State.Warned.class);
        assertThat(state("respond", due, times)).isInstanceOf(State.Warned.class);
        assertThat(state("respond", due.plusMillis(1), times)).isEqualTo(new State.Breached(due));
    }

    @Test
    void confirmingMeetsTheResponseEvenWhenLateAndSaysSo() {
        var answered = after(REPORTED, 69);
        var times =
                new IncidentTimes(
                        REPORTED,
                        answered,
                        null,
                        null,
                        "investigating",
                        true,
                        false,
                        List.of(),
                        Map.of(),
                        null,
                        null);

        var state = state("respond", after(REPORTED, 300), times);

        assertThat(state)
                .isInstanceOfSatisfying(
                        State.Met.class,
                        met -> {
                            assertThat(met.at()).isEqualTo(answered);
                            assertThat(met.late()).isTrue();
                        });
    }

    @Test
    void theFirstNoticeIsDueAQuarterOfAnHourAfterDeclaringSev1() {
        var times = declared(Severity.SEV1, "investigating");

        var clock = clock("first-notice", DECLARED, times);

        assertThat(clock.state())
                .isEqualTo(new State.Running(after(DECLARED, 15), after(DECLARED, 5)));
        assertThat(clock.formula()).isEqualTo("declared 09:12 UTC + 15 min (SEV1)");
        assertThat(state("first-notice", after(DECLARED, 16), times))
                .isEqualTo(new State.Breached(after(DECLARED, 15)));
    }

    @Test
    void aReleaseToCustomersMeetsTheFirstNoticeAndStartsTheCadence() {
        var released = after(DECLARED, 9);
        var times = declared(Severity.SEV1, "identified", new Update(CUSTOMERS, released, null));

        assertThat(state("first-notice", released, times))
                .isEqualTo(new State.Met(after(DECLARED, 15), released));
        var next = clock("customer-update", released, times);
        assertThat(next.state())
                .isEqualTo(new State.Running(after(released, 30), after(released, 20)));
        assertThat(next.formula()).isEqualTo("last update 09:21 UTC + 30 min (SEV1, identified)");
    }

    @Test
    void aTimeThatTheTextPromisedComesBeforeTheCadence() {
        var promised = after(DECLARED, 100);
        var times =
                declared(
                        Severity.SEV1,
                        "investigating",
                        new Update(CUSTOMERS, after(DECLARED, 9), promised));

        var clock = clock("customer-update", after(DECLARED, 60), times);

        assertThat(clock.state())
                .isEqualTo(new State.Running(promised, promised.minus(Duration.ofMinutes(10))));
        assertThat(clock.formula()).isEqualTo("promised by the update of 09:21 UTC");
    }

    @Test
    void aReleaseToStaffMeetsNothingThatCustomersAreOwed() {
        var times =
                declared(
                        Severity.SEV1,
                        "investigating",
                        new Update(STAFF, after(DECLARED, 5), null));

        assertThat(state("first-notice", after(DECLARED, 20), times))
                .isInstanceOf(State.Breached.class);
        assertThat(state("staff-update", after(DECLARED, 20), times))
                .isEqualTo(new State.Running(after(DECLARED, 35), after(DECLARED, 25)));
    }

    @Test
    void clocksThatDoNotApplySayWhy() {
        assertThat(reason("first-notice", suspected()))
                .isEqualTo("Starts when the incident is declared");
        assertThat(reason("first-notice", declared(Severity.SEV3, "investigating")))
                .isEqualTo("SEV3 owes no first notice");
        assertThat(reason("customer-update", declared(Severity.SEV1, "investigating")))
                .isEqualTo("Starts with the first notice");
        var waived =
                new IncidentTimes(
                        REPORTED,
                        DECLARED,
                        DECLARED,
                        Severity.SEV1,
                        "investigating",
                        true,
                        false,
                        List.of(),
                        Map.of(CUSTOMERS, "Nobody was affected"),
                        null,
                        null);
        assertThat(reason("first-notice", waived)).isEqualTo("Nobody was affected");
    }

    @Test
    void nothingMoreIsOwedOnceItIsResolved() {
        var times =
                new IncidentTimes(
                        REPORTED,
                        DECLARED,
                        DECLARED,
                        Severity.SEV1,
                        "resolved",
                        false,
                        false,
                        List.of(new Update(CUSTOMERS, DECLARED, null)),
                        Map.of(),
                        null,
                        null);

        assertThat(reason("customer-update", times))
                .isEqualTo("Nothing is owed while it is resolved");
        assertThat(reason("staff-update", times)).isEqualTo("Nothing is owed while it is resolved");
    }

    @Test
    void catchingUpRunsAgainstItsForecastAndIsMetByTheFact() {
        var eta = after(DECLARED, 120);
        var open = catchingUp(eta, null);

        assertThat(state("caught-up", after(DECLARED, 121), open))
                .isEqualTo(new State.Breached(eta));
        assertThat(state("caught-up", after(DECLARED, 121), catchingUp(eta, after(DECLARED, 110))))
                .isEqualTo(new State.Met(eta, after(DECLARED, 110)));
        assertThat(engine.at(DECLARED, suspected()))
                .noneMatch(clock -> clock.key().equals("caught-up"));
    }

    private static IncidentTimes catchingUp(Instant eta, Instant done) {
        return new IncidentTimes(
                REPORTED,
                DECLARED,
                DECLARED,
                Severity.SEV1,
                "monitoring",
                true,
                false,
                List.of(),
                Map.of(),
                eta,
                done);
    }

    private static IncidentTimes suspected() {
        return new IncidentTimes(
                REPORTED,
                null,
                null,
                null,
                "suspected",
                false,
                false,
                List.of(),
                Map.of(),
                null,
                null);
    }

    private static IncidentTimes declared(Severity severity, String stage, Update... updates) {
        return new IncidentTimes(
                REPORTED,
                DECLARED,
                DECLARED,
                severity,
                stage,
                true,
                false,
                List.of(updates),
                Map.of(),
                null,
                null);
    }

    private String reason(String key, IncidentTimes times) {
        return ((State.NotApplicable) state(key, DECLARED, times)).reason();
    }

    private State state(String key, Instant now, IncidentTimes times) {
        return clock(key, now, times).state();
    }

    private IncidentClock clock(String key, Instant now, IncidentTimes times) {
        return engine.at(now, times).stream()
                .filter(clock -> clock.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Instant after(Instant at, int minutes) {
        return at.plus(Duration.ofMinutes(minutes));
    }
}
