package app.candor.comms;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.ADMIN2;
import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER2;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.LEGAL2;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.SignedIn;
import app.candor.audit.Told;
import app.candor.clocks.Alarm;
import app.candor.clocks.AlarmRang;
import app.candor.demo.DemoPerson;
import app.candor.incident.FactKey;
import app.candor.notify.Notice;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalAlarmsTest extends CommsDesk {
    @Autowired ApprovalAlarms alarms;
    @Autowired Policies policies;

    @Test
    void aSilentGateIsRemindedThenWidenedThenEscalatedAtTheMinutesOfItsSeverity() {
        var draft = inReview();

        assertThat(steps(draft, Duration.ofSeconds(179))).isEmpty();
        assertThat(steps(draft, Duration.ofMinutes(3))).containsExactly("REMINDER");
        assertThat(steps(draft, Duration.ofMinutes(6))).containsExactly("REMINDER", "DEPUTY");
        assertThat(steps(draft, Duration.ofMinutes(10)))
                .containsExactly("REMINDER", "DEPUTY", "ESCALATION");
    }

    @Test
    void aGateThatIsSignedAndAReviewThatIsOverRingNoMore() {
        var draft = inReview();
        sign(draft, LEGAL, "liability");
        assertThat(steps(draft, Duration.ofMinutes(10))).isEmpty();

        SignedIn.as(DemoPerson.WRITER, () -> submissions.withdraw(draft.id()));
        assertThat(alarms.due(submitted(draft, Duration.ofMinutes(10))))
                .noneMatch(alarm -> draft.id().equals(alarm.facts().get("draft")));
    }

    @Test
    void theEscalationReachesCommandersAndSeniorLeadership() {
        var draft = inReview();
        ring(draft, "ESCALATION");

        assertThat(titles(COMMANDER2, draft)).anyMatch(title -> title.contains("waits for"));
        assertThat(titles(LEADER2, draft)).anyMatch(title -> title.contains("waits for"));
        assertThat(titles(LEGAL, draft)).noneMatch(title -> title.contains("waits for"));
    }

    @Test
    void whoIsOnDutyIsAskedFirstAndEverybodyWithTheRoleAfterTheSilence() {
        roster(
                """
                {"roles": {"LEGAL": [{"person": "%s", "deputy": "%s", "zone": "UTC", "from": "00:00", "to": "00:00",
                  "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}]}}
                """
                        .formatted(LEGAL2.sub(), LEGAL.sub()));
        try {
            var draft = inReview();
            assertThat(titles(LEGAL2, draft)).anyMatch(title -> title.startsWith("Sign version"));
            assertThat(titles(LEGAL, draft)).isEmpty();

            ring(draft, "DEPUTY");
            assertThat(titles(LEGAL, draft)).anyMatch(title -> title.contains("waits for"));
        } finally {
            roster("{\"roles\": {}}");
        }
    }

    @Test
    void theTeamThatLooksAfterTheComponentIsAskedAndItsDeputyWhereItsPersonCannotSign() {
        roster(
                """
                {"teams": [{"id": "sync", "name": "Sync", "cares": ["Order sync"]}],
                 "roles": {"ENGINEERING": [%s, %s]}}
                """
                        .formatted(
                                always(ENGINEER, "null", "null"),
                                always(ENGINEER2, "null", "\"sync\"")));
        try {
            var theirs = begun();
            confirm(theirs, FactKey.COMPONENTS, "Order sync");
            assertThat(titles(ENGINEER2, submitted(theirs))).isNotEmpty();
            assertThat(titles(ENGINEER, theirs)).isEmpty();
            var others = inReview();
            assertThat(titles(ENGINEER, others)).isNotEmpty();
            assertThat(titles(ENGINEER2, others)).isEmpty();

            roster(
                    "{\"roles\": {\"ENGINEERING\": [%s]}}"
                            .formatted(
                                    always(WRITER, "\"%s\"".formatted(ENGINEER2.sub()), "null")));
            var last = inReview();
            assertThat(titles(ENGINEER2, last)).isNotEmpty();
            assertThat(titles(ENGINEER, last)).isEmpty();
        } finally {
            roster("{\"roles\": {}}");
        }
    }

    private static String always(DemoPerson person, String deputy, String team) {
        return """
        {"person": "%s", "deputy": %s, "zone": "UTC", "from": "00:00", "to": "00:00", "team": %s,
         "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}
        """
                .formatted(person.sub(), deputy, team);
    }

    private void roster(String content) {
        var proposed = SignedIn.as(ADMIN, () -> policies.propose(PolicyKind.ROSTER, content));
        SignedIn.as(ADMIN2, () -> policies.confirm(PolicyKind.ROSTER, proposed.number()));
        SignedIn.out();
    }

    private java.time.Instant submitted(Draft draft, Duration later) {
        return draft.review().orElseThrow().submittedAt().plus(later);
    }

    private List<String> steps(Draft draft, Duration later) {
        return liability(draft, later).map(alarm -> alarm.facts().get("step")).toList();
    }

    private java.util.stream.Stream<Alarm> liability(Draft draft, Duration later) {
        return alarms.due(submitted(draft, later)).stream()
                .filter(alarm -> draft.id().equals(alarm.facts().get("draft")))
                .filter(alarm -> "liability".equals(alarm.facts().get("gate")));
    }

    private void ring(Draft draft, String step) {
        var alarm =
                liability(draft, Duration.ofHours(1))
                        .filter(one -> step.equals(one.facts().get("step")))
                        .findFirst()
                        .orElseThrow();
        alarms.on(
                new Told<>(
                        "told-" + alarm.id(),
                        submitted(draft, Duration.ofHours(1)),
                        "system",
                        new AlarmRang(alarm.id(), alarm.kind(), alarm.incident(), alarm.facts())));
    }

    private List<String> titles(DemoPerson person, Draft draft) {
        return SignedIn.as(person, () -> inbox.latest(200)).stream()
                .filter(notice -> notice.link().equals("approvals/" + draft.id()))
                .map(Notice::title)
                .toList();
    }
}
