package app.candor.comms;

import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.access.SignedIn;
import app.candor.access.StepUpNeeded;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.coedit.TextLocked;
import app.candor.demo.DemoPerson;
import app.candor.incident.FactKey;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.notify.Notice;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class SignOffTest extends CommsDesk {
    @Autowired AuditLog audit;
    @Autowired ReleasedTexts releasedTexts;
    @Autowired MongoTemplate mongo;
    @Autowired Incidents incidents;
    @Autowired Policies policies;

    @Test
    void anEmailSignedAtAllGatesIsReleasedToThoseWhoSendIt() {
        var draft = signedByAll(inReview());

        var released = SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        assertThat(released.state())
                .isInstanceOfSatisfying(
                        DraftState.Released.class,
                        gone -> assertThat(gone.hash()).isEqualTo(seen(draft).hash()));
        assertThat(packagesOf(draft)).hasSize(2);
        assertThat(packagesOf(draft).getFirst().attachments())
                .containsExactly(
                        "message.eml",
                        "message.txt",
                        "audience.csv",
                        "revision.json",
                        "sign-off.pdf",
                        "release.json");
    }

    @Test
    void allHoldersOfAGateAreAskedAtOnce() {
        var draft = inReview();

        assertThat(noticesOf(LEGAL, draft)).hasSize(1);
        assertThat(noticesOf(DemoPerson.LEGAL2, draft)).hasSize(1);
        assertThat(noticesOf(STAFF, draft)).isEmpty();
    }

    @Test
    void aWriterIsRefusedAndTheRefusalIsOnRecord() {
        var begun = begun();
        SignedIn.as(WRITER, () -> drafts.invite(begun.id(), ENGINEER.sub()));
        type(begun, ENGINEER, "Checked.");
        var draft = submitted(begun);

        assertThatThrownBy(() -> sign(draft, ENGINEER, "accuracy"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a text they wrote");
        assertThat(audit.of("draft:" + draft.id()))
                .extracting(AuditEntry::action)
                .contains("sign refused");
    }

    @Test
    void theTextIsLockedInReviewAndOpensWhenWithdrawn() {
        var draft = inReview();

        assertThatThrownBy(() -> type(draft, WRITER, "More")).isInstanceOf(TextLocked.class);
        SignedIn.as(WRITER, () -> submissions.withdraw(draft.id()));
        type(draft, WRITER, "More");
        assertThat(texts.current(draft.textId()).plainText()).contains("More");
    }

    @Test
    void oneCharacterMoreNeedsAllSignaturesAgain() {
        var draft = signedByAll(inReview());
        SignedIn.as(WRITER, () -> submissions.withdraw(draft.id()));
        type(draft, WRITER, ".");

        var again = submitted(draft);

        assertThat(again.review().orElseThrow().signatures()).isEmpty();
        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(again.id(), seen(again))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Accuracy is not signed");
    }

    @Test
    void aPageThatShowsAnEarlierVersionSignsNothing() {
        var first = inReview();
        SignedIn.as(WRITER, () -> submissions.withdraw(first.id()));
        var second = submitted(first);

        assertThatThrownBy(() ->
                        SignedIn.as(
                                ENGINEER2,
                                () -> signing.sign(second.id(), "accuracy", seen(first))))
                .isInstanceOf(TextMoved.class);
        assertThat(drafts(second).review().orElseThrow().signatures()).isEmpty();
    }

    @Test
    void aSignatureOfOneDraftReleasesNoOtherWithTheSameWords() {
        var signed = signedByAll(inReview());
        var twin = inReview();

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(twin.id(), seen(signed))))
                .isInstanceOf(TextMoved.class);
        assertThat(seen(twin).hash()).isNotEqualTo(seen(signed).hash());
    }

    @Test
    void withoutAFreshLoginNobodySignsAtHighClass() {
        var draft = inReview();
        stepUp.forget();

        assertThatThrownBy(() -> signWithoutLogin(draft, LEGAL, "liability"))
                .isInstanceOf(StepUpNeeded.class);
        assertThat(drafts(draft).review().orElseThrow().signatures()).isEmpty();
    }

    @Test
    void theTokenOfTheFreshLoginIsKeptBesideTheSignature() {
        var draft = sign(inReview(), LEGAL, "liability");

        var signature = draft.review().orElseThrow().at("liability").orElseThrow();

        assertThat(signature.name()).isEqualTo(LEGAL.fullName());
        assertThat(signature.authenticatedAt()).isNotNull();
        assertThat(evidence.find(signature.evidence()).orElseThrow().nonceInput())
                .contains(signature.hash());
    }

    @Test
    void aSignerWhoLostTheRoleHoldsUpTheRelease() {
        var draft = signedByAll(inReview());
        var legal = SignedIn.person(LEGAL);
        mongo.save(
                new app.candor.access.Person(
                        legal.id(), legal.name(), legal.email(), legal.title(), Set.of(Role.CSM)));

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no longer holds the role");
    }

    @Test
    void aMaterialFactThatChangesVoidsTheSignatures() {
        var draft = signedByAll(inReview());

        confirm(draft, FactKey.STARTED, "2026-11-18T08:31:00Z");

        assertThat(drafts(draft).review().orElseThrow().voided()).isNotNull();
        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft))))
                .hasMessageContaining("“Started” changed");
    }

    @Test
    void anotherFactThatChangesVoidsNothing() {
        var draft = signedByAll(inReview());

        confirm(draft, FactKey.LONGEST_DELAY, "120");

        assertThat(drafts(draft).review().orElseThrow().voided()).isNull();
    }

    @Test
    void theGatesOfTheHighestClassStayWhenTheSeverityFalls() {
        var begun = begun();
        var incident = begun.incident();
        SignedIn.as(
                DemoPerson.COMMANDER,
                () ->
                        incidents.proposeLower(
                                incident,
                                Severity.SEV2,
                                IncidentType.OUTAGE,
                                "Fewer than thought"));
        SignedIn.as(LEGAL, () -> incidents.agreeLower(incident));

        var draft = submitted(begun);

        assertThat(draft.review().orElseThrow().gates(drafts.gates(draft))).hasSize(5);
    }

    @Test
    void anotherSeverityVoidsWhatIsInReview() {
        var draft = signedByAll(inReview());

        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.changeSeverity(
                                draft.incident(), Severity.SEV0, IncidentType.OUTAGE));

        assertThatThrownBy(() ->
                        SignedIn.as(
                                DemoPerson.COMMANDER,
                                () -> drafts.release(draft.id(), seen(draft))))
                .hasMessageContaining("SEV1 to SEV0");
    }

    @Test
    void theWriterDoesNotReleaseAndNeitherDoStaff() {
        var draft = signedByAll(inReview());

        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SignedIn.as(STAFF, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsReleasedIsNeverReleasedAgainOrWithdrawn() {
        var draft = signedByAll(inReview());
        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> submissions.withdraw(draft.id())))
                .isInstanceOf(Refused.class);
        assertThat(packagesOf(draft)).hasSize(2);
    }

    @Test
    void aTextSentBackOpensAgainAndItsWriterIsTold() {
        var draft = inReview();

        SignedIn.as(
                CSLEAD,
                () ->
                        signing.sendBack(
                                draft.id(), "clarity", seen(draft), "Say how long it takes"));

        assertThat(drafts(draft).state().label()).isEqualTo("sent back");
        assertThat(texts.current(draft.textId()).locked()).isFalse();
        assertThat(noticesOf(WRITER, draft))
                .extracting(Notice::title)
                .anyMatch(title -> title.contains("sent back"));
    }

    @Test
    void outsidersOfARestrictedIncidentFindNothing() {
        var draft = restricted();

        assertThatThrownBy(() -> SignedIn.as(STAFF, () -> drafts.get(draft.id())))
                .isInstanceOf(NotFound.class);
        assertThat(SignedIn.as(STAFF, () -> drafts.latest(500)))
                .extracting(Draft::id)
                .doesNotContain(draft.id());
        assertThat(SignedIn.as(DemoPerson.LEGAL2, signing::waitingForMe))
                .extracting(Draft::id)
                .doesNotContain(draft.id());
        assertThatThrownBy(() ->
                        SignedIn.as(
                                DemoPerson.LEGAL2,
                                () -> signing.sign(draft.id(), "liability", new Seen(1, "x"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void thePackageHoldsTheSignedRevisionByteForByte() throws Exception {
        var draft = signedByAll(inReview());
        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        var posted = SignedIn.as(SUPPORT, () -> outbox.eml(packagesOf(draft).getFirst().id()));

        var files = MailFiles.of(posted);
        assertThat(RevisionForm.sha256(files.get("revision.json"))).isEqualTo(seen(draft).hash());
        assertThat(files.get("message.eml"))
                .isEqualTo(
                        HandOffFiles.eml(RevisionForm.read(files.get("revision.json")), List.of()));
        assertThat(new String(files.get("audience.csv"), StandardCharsets.UTF_8))
                .contains("ana@bw.example")
                .contains("bo@ost.example")
                .doesNotContain("cobalt");
        assertThat(files.get("sign-off.pdf")).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aLoosenedPolicyDoesNotApplyToWhatIsInReview() {
        var draft = inReview();
        var before = policies.active(PolicyKind.GATES).json();
        var loosened =
                before.replace(
                        "[\"LEGAL\"], \"optional\": false", "[\"LEGAL\"], \"optional\": true");
        assertThat(loosened).isNotEqualTo(before);

        confirmPolicy(loosened);

        try {
            assertThat(drafts(draft).review().orElseThrow().gates(drafts.gates(draft)))
                    .extracting(app.candor.policy.GatePolicy.Gate::key)
                    .contains("liability");
            assertThat(inReview().review().orElseThrow().policyVersion())
                    .isGreaterThan(draft.review().orElseThrow().policyVersion());
        } finally {
            confirmPolicy(before);
        }
    }

    @Test
    void anEvergreenAnswerPassesTheLowGatesAndIsReleasedWithoutMail() {
        var begun =
                SignedIn.as(
                        WRITER,
                        () ->
                                drafts.begin(
                                        new NewDraft(
                                                DraftKind.FAQ_ANSWER,
                                                null,
                                                "entry-1",
                                                "Was data lost?",
                                                Audience.of(AudienceScope.CUSTOMER_SUCCESS),
                                                SeverityClass.LOW,
                                                answer(),
                                                null)));
        var draft = submitted(begun);
        signWithoutLogin(draft, ENGINEER2, "accuracy");
        signWithoutLogin(draft, CSLEAD, "clarity");

        var released = SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));

        assertThat(Reading.of(releasedTexts.of(released.id()).orElseThrow()).plainText())
                .isEqualTo("No, [account name].\n");
        assertThat(SignedIn.as(DemoPerson.CSM, () -> drafts.ofOwner("entry-1"))).isNotEmpty();
    }

    private static Node answer() {
        return Schema.candor()
                .readDocument(
                        """
                        {"type":"doc","content":[{"type":"paragraph","content":[
                         {"type":"text","text":"No, "},
                         {"type":"merge_field","attrs":{"name":"account_name"}},
                         {"type":"text","text":"."}]}]}
                        """);
    }

    @Test
    void oneAdministratorAloneChangesNoPolicy() {
        var before = policies.active(PolicyKind.GATES);
        var proposed =
                SignedIn.as(
                        DemoPerson.ADMIN,
                        () -> policies.propose(PolicyKind.GATES, before.json() + "\n"));
        try {
            assertThatThrownBy(() ->
                            SignedIn.as(
                                    DemoPerson.ADMIN,
                                    () -> policies.confirm(PolicyKind.GATES, proposed.number())))
                    .isInstanceOf(Refused.class);
            assertThat(policies.active(PolicyKind.GATES).number()).isEqualTo(before.number());
        } finally {
            SignedIn.as(
                    DemoPerson.ADMIN2, () -> policies.confirm(PolicyKind.GATES, proposed.number()));
        }
    }

    @Test
    void aSecondSessionOfTheSamePersonFillsNoSecondGate() {
        var draft = inReview();
        sign(draft, DemoPerson.COMMANDER, "authority-commander");
        SignedIn.out();

        assertThatThrownBy(() -> sign(draft, DemoPerson.COMMANDER, "authority-commander"))
                .isInstanceOf(Refused.class);
        assertThat(drafts(draft).review().orElseThrow().signatures()).hasSize(1);
    }

    @Test
    void theSignerIsWhoeverIsSignedInAndNoCallNamesAnother() {
        var draft = inReview();

        sign(draft, LEGAL, "liability");

        assertThat(drafts(draft).review().orElseThrow().at("liability").orElseThrow().person())
                .isEqualTo(LEGAL.sub());
        assertThat(Signing.class.getMethods())
                .filteredOn(method -> method.getName().equals("sign"))
                .allSatisfy(method ->
                        assertThat(method.getParameterTypes())
                                .containsExactly(String.class, String.class, Seen.class));
    }

    private void confirmPolicy(String json) {
        var proposed =
                SignedIn.as(DemoPerson.ADMIN, () -> policies.propose(PolicyKind.GATES, json));
        SignedIn.as(DemoPerson.ADMIN2, () -> policies.confirm(PolicyKind.GATES, proposed.number()));
    }

    private List<Notice> noticesOf(DemoPerson person, Draft draft) {
        return SignedIn.as(person, () -> inbox.latest(1_000)).stream()
                .filter(notice -> notice.link().contains(draft.id()))
                .toList();
    }
}
