package app.candor.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.clocks.IncidentClock.State;
import app.candor.policy.RegulatoryPolicy;
import app.candor.policy.RegulatoryPolicy.Rule;
import app.candor.policy.RegulatoryPolicy.Term;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped rules, each with the edges of its calendar. */
class RegulatoryClocksTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final RegulatoryPolicy policy = shipped();

    @Test
    void doraIsDueFourHoursAfterClassifyingButNeverLaterThanADayAfterKnowing() {
        var aware = Map.of("aware", at("2026-11-18T09:00:00Z"));
        assertThat(due("dora", "initial", aware, Map.of())).isEqualTo("2026-11-19T09:00:00Z");

        var classifiedSoon =
                Map.of(
                        "aware", at("2026-11-18T09:00:00Z"),
                        "classified", at("2026-11-18T10:00:00Z"));
        assertThat(due("dora", "initial", classifiedSoon, Map.of()))
                .isEqualTo("2026-11-18T14:00:00Z");

        var classifiedLate =
                Map.of(
                        "aware", at("2026-11-18T09:00:00Z"),
                        "classified", at("2026-11-19T08:00:00Z"));
        assertThat(due("dora", "initial", classifiedLate, Map.of()))
                .isEqualTo("2026-11-19T09:00:00Z");
    }

    @Test
    void aLaterReportCountsFromWhenTheOneBeforeWasSentNotFromWhenItWasDue() {
        var dated = Map.of("aware", at("2026-11-18T09:00:00Z"));
        var sent = Map.of("initial", at("2026-11-18T12:00:00Z"));

        assertThat(due("dora", "intermediate", dated, sent)).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(clock("dora", "final", LONG_AGO, dated, sent).state())
                .isInstanceOf(State.NotApplicable.class);
    }

    @Test
    void aMonthEndsOnTheLastDayOfAShorterMonth() {
        var sent = Map.of("notification", at("2027-01-31T10:00:00Z"));

        assertThat(due("nis2", "final", Map.of(), sent)).isEqualTo("2027-02-28T10:00:00Z");
    }

    @Test
    void fourBusinessDaysSkipTheWeekendAndThanksgiving() {
        var material = Map.of("material", at("2026-11-24T15:00:00Z"));

        // Wed 25, (Thu 26 is Thanksgiving), Fri 27, Mon 30, Tue 1 December.
        assertThat(due("sec", "filing", material, Map.of())).isEqualTo("2026-12-01T23:59:59Z");
    }

    @Test
    void businessDaysThatBeginOnASaturdayCountFromMonday() {
        var material = Map.of("material", at("2026-11-14T15:00:00Z"));

        assertThat(due("sec", "filing", material, Map.of())).isEqualTo("2026-11-19T23:59:59Z");
    }

    @Test
    void hoursRunThroughTheNightInWhichClocksChange() {
        var aware = Map.of("aware", at("2026-10-24T12:00:00Z"));

        assertThat(due("gdpr", "notification", aware, Map.of())).isEqualTo("2026-10-27T12:00:00Z");
    }

    @Test
    void aSubmissionInTimeMeetsItAndALateOneSaysSo() {
        var aware = Map.of("aware", at("2026-11-18T09:00:00Z"));
        var early = Map.of("notification", at("2026-11-19T09:00:00Z"));
        var late = Map.of("notification", at("2026-11-22T09:00:00Z"));

        assertThat(clock("gdpr", "notification", LONG_AGO, aware, early).state())
                .isEqualTo(new State.Met(at("2026-11-21T09:00:00Z"), at("2026-11-19T09:00:00Z")));
        assertThat(
                        ((State.Met) clock("gdpr", "notification", LONG_AGO, aware, late).state())
                                .late())
                .isTrue();
    }

    @Test
    void aDateThatIsCorrectedMovesTheDueTimeAndTheStateWithIt() {
        var now = at("2026-11-21T10:00:00Z");
        var first = Map.of("aware", at("2026-11-18T09:00:00Z"));
        var corrected = Map.of("aware", at("2026-11-19T09:00:00Z"));

        assertThat(clock("gdpr", "notification", now, first, Map.of()).state())
                .isInstanceOf(State.Breached.class);
        assertThat(clock("gdpr", "notification", now, corrected, Map.of()).state())
                .isInstanceOf(State.Running.class);
    }

    @Test
    void theFormulaNamesEveryDateItCountsFrom() {
        var dated =
                Map.of(
                        "aware", at("2026-11-18T09:00:00Z"),
                        "classified", at("2026-11-18T10:00:00Z"));

        assertThat(clock("dora", "initial", LONG_AGO, dated, Map.of()).formula())
                .startsWith("the earlier of")
                .contains("classified as major 18 Nov 10:00 UTC + 4 h")
                .contains("became aware 18 Nov 09:00 UTC + 24 h");
    }

    @Test
    void aStretchInTwoUnitsOrInNoneIsNoPolicy() {
        assertThatThrownBy(() -> new Term("aware", 1, 1, null, null, null))
                .hasMessageContaining("exactly one");
        assertThatThrownBy(() -> new Term("aware", null, null, null, null, null))
                .hasMessageContaining("exactly one");
    }

    private String due(
            String rule, String stage, Map<String, Instant> dated, Map<String, Instant> sent) {
        return switch (clock(rule, stage, LONG_AGO, dated, sent).state()) {
            case State.Running(var due, var warnAt) -> due.toString();
            case State.Warned(var due, var warnAt) -> due.toString();
            case State.Breached(var due) -> due.toString();
            case State.Met met -> met.due().toString();
            case State.NotApplicable none -> none.reason();
        };
    }

    private IncidentClock clock(
            String rule,
            String stage,
            Instant now,
            Map<String, Instant> dated,
            Map<String, Instant> sent) {
        return new RegulatoryClocks(policy)
                .at(now, rule(rule), dated, sent).stream()
                        .filter(clock -> clock.key().equals(rule + "/" + stage))
                        .findFirst()
                        .orElseThrow();
    }

    private Rule rule(String key) {
        return policy.rules().stream()
                .filter(rule -> rule.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static RegulatoryPolicy shipped() {
        try (var file = RegulatoryClocksTest.class.getResourceAsStream("/policy/regulatory.json")) {
            return JsonMapper.builder().build().readValue(file, RegulatoryPolicy.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
