package app.candor.comms;

import static app.candor.comms.RevisionFixture.SUBMITTED;
import static app.candor.comms.RevisionFixture.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.policy.GatePolicy;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Instant NOW = SUBMITTED.plusSeconds(60);
    private static final GatePolicy POLICY =
            new GatePolicy(
                    Map.of(
                            SeverityClass.HIGH,
                            List.of(
                                    gate("accuracy", false, Role.ENGINEERING),
                                    gate("authority", false, Role.LEADERSHIP)),
                            SeverityClass.LOW,
                            List.of(
                                    gate("accuracy", false, Role.ENGINEERING),
                                    gate("liability", true, Role.LEGAL))),
                    Set.of("STAFF_UPDATE"),
                    10);
    private static final Person WRITER = person("writer", Role.COMMS_LEAD);
    private static final Person ENGINEER = person("engineer", Role.ENGINEERING);
    private static final Person LEADER = person("leader", Role.LEADERSHIP);
    private static final Person BOTH = person("both", Role.ENGINEERING, Role.LEADERSHIP);

    @Test
    void everyGateSignedMakesItComplete() {
        var signed = signed(signed(inReview(), "accuracy", ENGINEER), "authority", LEADER);

        assertThat(review(signed).complete(POLICY)).isTrue();
        assertThat(review(signed).missing(POLICY, everybody())).isEmpty();
    }

    @Test
    void aSignatureForAnotherVersionOrHashIsRefused() {
        var draft = inReview();
        var hash = review(draft).hash();

        assertThatThrownBy(() -> sign(draft, "accuracy", ENGINEER, new Seen(2, hash)))
                .isInstanceOf(TextMoved.class);
        assertThatThrownBy(() -> sign(draft, "accuracy", ENGINEER, new Seen(1, "0".repeat(64))))
                .isInstanceOf(TextMoved.class);
    }

    @Test
    void nobodySignsATextTheyWrote() {
        var draft = submitted(editing(), revision(), Set.of("engineer"));

        assertThatThrownBy(() -> signed(draft, "accuracy", ENGINEER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a text they wrote");
    }

    @Test
    void whoChangedTheSubjectIsAWriter() {
        var draft = editing().changeSubject("Late orders", "engineer").state();
        var inReview = submitted(draft, revision(1, "Late orders"), Set.of());

        assertThatThrownBy(() -> signed(inReview, "accuracy", ENGINEER))
                .hasMessageContaining("a text they wrote");
    }

    @Test
    void whoSubmittedIsAWriter() {
        assertThat(review(inReview()).writers()).contains("writer");
    }

    @Test
    void nobodyFillsTwoGates() {
        var draft = signed(inReview(), "accuracy", BOTH);

        assertThatThrownBy(() -> signed(draft, "authority", BOTH))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("two gates");
    }

    @Test
    void aGateIsForItsRoles() {
        assertThatThrownBy(() -> signed(inReview(), "accuracy", LEADER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Engineering");
    }

    @Test
    void aSignatureOfSomebodyWhoLostTheRoleIsMissingAtRelease() {
        var draft = signed(signed(inReview(), "accuracy", ENGINEER), "authority", LEADER);
        var demoted = person("leader", Role.CSM);

        assertThat(
                        review(draft)
                                .missing(
                                        POLICY,
                                        id ->
                                                id.equals("leader")
                                                        ? Optional.of(demoted)
                                                        : Optional.of(ENGINEER)))
                .singleElement()
                .asString()
                .contains("no longer holds the role");
    }

    @Test
    void withdrawingKeepsNoSignature() {
        var draft = signed(inReview(), "accuracy", ENGINEER).withdraw(WRITER, NOW).state();
        var again = submitted(draft, revision(2, "Orders from Tradelane arrive late"), Set.of());

        assertThat(review(again).signatures()).isEmpty();
        assertThat(again.past())
                .singleElement()
                .satisfies(past -> {
                    assertThat(past.signatures()).hasSize(1);
                    assertThat(past.cause()).isEqualTo("Withdrawn by writer");
                });
    }

    @Test
    void revertingToTheSignedWordsNeedsANewSignature() {
        var first = signed(inReview(), "accuracy", ENGINEER);
        var again =
                submitted(
                        first.withdraw(WRITER, NOW).state(),
                        revision(2, revision().subject()),
                        Set.of());

        assertThat(review(again).hash()).isNotEqualTo(review(first).hash());
        assertThat(review(again).complete(POLICY)).isFalse();
    }

    @Test
    void sendingBackOpensTheTextAndSaysWhy() {
        var draft = inReview();
        var back =
                draft.sendBack(POLICY, "accuracy", ENGINEER, seen(draft), "Delay is 95 min", NOW)
                        .state();

        assertThat(back.state())
                .isEqualTo(
                        new DraftState.Editing(
                                new DraftState.SendBack(
                                        1, "accuracy", "engineer", "Delay is 95 min", NOW)));
    }

    @Test
    void sendingBackNeedsAReason() {
        var draft = inReview();

        assertThatThrownBy(
                        () -> draft.sendBack(POLICY, "accuracy", ENGINEER, seen(draft), " ", NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void voidedSignaturesCountForNothingAndNoneIsAdded() {
        var draft =
                signed(inReview(), "accuracy", ENGINEER)
                        .voidSignatures(1, "“Started” changed", NOW)
                        .state();

        assertThat(review(draft).missing(POLICY, everybody()))
                .anyMatch(reason -> reason.contains("“Started” changed"));
        assertThatThrownBy(() -> signed(draft, "authority", LEADER))
                .hasMessageContaining("“Started” changed");
    }

    @Test
    void aVoidedRevisionIsSubmittedAgainWithoutWithdrawing() {
        var draft = inReview().voidSignatures(1, "“Started” changed", NOW).state();

        var again = submitted(draft, revision(2, "Orders"), Set.of());

        assertThat(review(again).voided()).isNull();
        assertThat(review(again).number()).isEqualTo(2);
    }

    @Test
    void subjectAndAudienceStayAsTheyAreInReview() {
        assertThatThrownBy(() -> inReview().changeSubject("Other", "writer"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Withdraw it first");
        assertThatThrownBy(
                        () -> inReview().changeAudience(Audience.of(AudienceScope.ALL_CUSTOMERS)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSubjectIsOneLine() {
        assertThatThrownBy(() -> editing().changeSubject("Late\r\nBcc: all@x.example", "writer"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theClassOfADraftNeverFalls() {
        var high = editing().raiseClass(SeverityClass.HIGH).state();

        assertThat(high.raiseClass(SeverityClass.LOW).state().highestClass())
                .isEqualTo(SeverityClass.HIGH);
    }

    @Test
    void legalIsNeededAtLowClassOnlyOnceSomebodyAsks() {
        var low =
                new Review(
                        1,
                        "h",
                        DraftKind.CUSTOMER_EMAIL,
                        SeverityClass.LOW,
                        1,
                        "writer",
                        NOW,
                        Set.of(),
                        Set.of(),
                        List.of(),
                        null,
                        null);

        assertThat(low.gates(POLICY)).extracting(Gate::key).containsExactly("accuracy");
        assertThat(low.callIn("liability").gates(POLICY))
                .extracting(Gate::key)
                .containsExactly("accuracy", "liability");
    }

    @Test
    void aStaffUpdateNeedsAccuracyAlone() {
        var update =
                new Review(
                        1,
                        "h",
                        DraftKind.STAFF_UPDATE,
                        SeverityClass.HIGH,
                        1,
                        "writer",
                        NOW,
                        Set.of(),
                        Set.of(),
                        List.of(),
                        null,
                        null);

        assertThat(update.gates(POLICY)).extracting(Gate::key).containsExactly("accuracy");
    }

    private static Draft editing() {
        return new Draft(
                "d7k2m9x3pqrs",
                DraftKind.CUSTOMER_EMAIL,
                "incident-1",
                null,
                "draft-d7k2m9x3pqrs",
                new Bundle(
                        "Orders from Tradelane arrive late",
                        Set.of(),
                        Audience.of(AudienceScope.AFFECTED_ACCOUNTS),
                        Channel.EMAIL,
                        List.of()),
                SeverityClass.HIGH,
                "writer",
                SUBMITTED,
                Set.of(),
                0,
                List.of(),
                new DraftState.Editing(null),
                null,
                null,
                null);
    }

    private static Draft inReview() {
        return submitted(editing(), revision(), Set.of("writer"));
    }

    private static Draft submitted(Draft draft, Revision revision, Set<String> writers) {
        return draft.submit(revision, writers).state();
    }

    private static Draft signed(Draft draft, String gate, Person signer) {
        return sign(draft, gate, signer, seen(draft));
    }

    private static Draft sign(Draft draft, String gate, Person signer, Seen seen) {
        return draft.sign(POLICY, gate, signer, seen, NOW, null).state();
    }

    private static Seen seen(Draft draft) {
        return new Seen(review(draft).number(), review(draft).hash());
    }

    private static Review review(Draft draft) {
        return draft.review().orElseThrow();
    }

    private static java.util.function.Function<String, Optional<Person>> everybody() {
        return id ->
                List.of(WRITER, ENGINEER, LEADER, BOTH).stream()
                        .filter(person -> person.id().equals(id))
                        .findFirst();
    }

    private static Gate gate(String key, boolean optional, Role... roles) {
        return new Gate(key, key, "It is right", Set.of(roles), optional);
    }

    private static Person person(String id, Role... roles) {
        return new Person(id, id, id + "@example.com", "Title", Set.of(roles));
    }
}
