package app.candor.comms;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.access.StepUpNeeded;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Accounts;
import app.candor.incident.FactKey;
import app.candor.policy.SeverityClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows a release: corrections, further accounts, explanations that wait, and files. */
class AfterReleaseTest extends CommsDesk {
    private static final byte[] CHART = "%PDF-1.7 chart".getBytes(StandardCharsets.UTF_8);

    @Autowired Corrections corrections;
    @Autowired Extensions extensions;
    @Autowired Withholdings withholdings;
    @Autowired DraftFiles files;
    @Autowired Readings readings;
    @Autowired Revisions revisions;
    @Autowired Duties duties;
    @Autowired Accounts accounts;

    @Test
    void aCorrectionNamesWhatItCorrectsAndGoesToThoseWhoGotIt() {
        var wrong = released();

        var correction = SignedIn.as(WRITER, () -> corrections.begin(wrong.id()));
        importAccounts(wrong, "yes", "no", "yes");
        var inReview = submitted(correction);

        var revision = revisions.get(seen(inReview).hash());
        assertThat(revision.corrects())
                .isNotNull()
                .satisfies(named -> assertThat(named.draft()).isEqualTo(wrong.id()));
        assertThat(revision.audience().recipients())
                .extracting(Recipient::account)
                .containsExactly("A-1", "B-2");
        assertThat(HandOffFiles.text(revision))
                .startsWith("This corrects our message “Orders arrive late” of ");
        assertThat(RevisionForm.read(revision.canonicalBytes())).isEqualTo(revision);
    }

    @Test
    void aCorrectionPassesAllItsGatesAndOneAtATimeIsWritten() {
        var wrong = released();
        var correction = SignedIn.as(WRITER, () -> corrections.begin(wrong.id()));

        assertThat(correction.highestClass()).isEqualTo(SeverityClass.HIGH);
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> corrections.begin(wrong.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("being written already");
        assertThatThrownBy(() ->
                        SignedIn.as(
                                WRITER,
                                () ->
                                        drafts.changeAudience(
                                                correction.id(),
                                                Audience.of(AudienceScope.ALL_CUSTOMERS))))
                .hasMessageContaining("everybody who got the text");
    }

    @Test
    void aFactThatChangesAfterTheReleaseOwesACorrectionUntilItLeft() {
        var wrong = released();
        assertThat(owed(wrong)).isEmpty();

        confirm(wrong, FactKey.STARTED, "2026-11-18T08:31:00Z");

        assertThat(owed(wrong))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.blocking()).isTrue();
                    assertThat(duty.isOpen()).isTrue();
                });
        var correction = SignedIn.as(WRITER, () -> corrections.begin(wrong.id()));
        var signed = signedByAll(submitted(correction));
        SignedIn.as(SUPPORT, () -> drafts.release(signed.id(), seen(signed)));
        assertThat(owed(wrong)).noneMatch(Duty::isOpen);
    }

    @Test
    void whatWasUnknownAndBecomesKnownOwesNoCorrection() {
        var draft = released();

        confirm(draft, FactKey.ENDED, "2026-11-18T12:00:00Z");

        assertThat(owed(draft)).isEmpty();
    }

    @Test
    void tenThousandAccountsGetOneListInOnePackage() throws Exception {
        var draft = begun();
        var rows =
                new StringBuilder(
                        "account,name,tier,csm,contact_name,contact_email,integration,"
                                + "contract_notice_hours,affected\n");
        for (var n = 1; n <= 10_000; n++) {
            rows.append(
                    "N-%05d,Shop %d,gold,Hanna Weiss,Contact %d,c%d@shop.example,,,yes\n"
                            .formatted(n, n, n, n));
        }
        SignedIn.as(
                ENGINEER,
                () ->
                        accounts.importCsv(
                                draft.incident(),
                                rows.toString().getBytes(StandardCharsets.UTF_8)));

        var signed = signedByAll(submitted(draft));
        SignedIn.as(SUPPORT, () -> drafts.release(signed.id(), seen(signed)));

        var packages = packagesOf(draft);
        assertThat(packages).hasSize(2);
        var eml = SignedIn.as(SUPPORT, () -> outbox.eml(packages.getFirst().id()));
        var list = new String(MailFiles.of(eml).get("audience.csv"), StandardCharsets.UTF_8);
        assertThat(list.lines()).hasSizeGreaterThanOrEqualTo(10_001);
        assertThat(list).contains("c1@shop.example", "c10000@shop.example");
    }

    @Test
    void furtherAccountsGetTheSameRevisionAfterOneSignatureOfAuthority() {
        var draft = released();
        importAccounts(draft, "yes", "yes", "yes");
        var before = packagesOf(draft).size();

        var asked =
                SignedIn.as(
                        WRITER,
                        () -> extensions.propose(draft.id(), List.of("C-3"), "Hit since noon"));
        assertThat(packagesOf(draft)).hasSize(before);
        stepUp.login(LEADER, List.of(asked.hash()));
        SignedIn.as(LEADER, () -> extensions.sign(asked.id()));

        assertThat(packagesOf(draft)).hasSize(before + 2);
        assertThatThrownBy(() -> SignedIn.as(LEADER, () -> extensions.sign(asked.id())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void noWriterNobodyElseAndNoStaleLoginExtendsAnAudience() {
        var draft = released();
        importAccounts(draft, "yes", "yes", "yes");
        var asked =
                SignedIn.as(
                        COMMANDER,
                        () -> extensions.propose(draft.id(), List.of("C-3"), "Hit since noon"));

        assertThatThrownBy(() -> SignedIn.as(COMMANDER, () -> extensions.sign(asked.id())))
                .hasMessageContaining("neither proposed it");
        assertThatThrownBy(() -> SignedIn.as(ENGINEER, () -> extensions.sign(asked.id())))
                .isInstanceOf(Refused.class);
        stepUp.login(LEADER, List.of("another hash"));
        assertThatThrownBy(() -> SignedIn.as(LEADER, () -> extensions.sign(asked.id())))
                .isInstanceOf(StepUpNeeded.class);
        assertThatThrownBy(() ->
                        SignedIn.as(
                                WRITER,
                                () -> extensions.propose(draft.id(), List.of("A-1"), "Again")))
                .hasMessageContaining("did not get it yet");
    }

    @Test
    void aWithheldExplanationIsReadyAndLeavesWhenACustomerAsks() {
        var begun =
                SignedIn.as(
                        WRITER,
                        () ->
                                drafts.begin(
                                        new NewDraft(
                                                DraftKind.TECHNICAL_EXPLANATION,
                                                sev1().id(),
                                                null,
                                                "What happened to orders",
                                                Audience.of(AudienceScope.AFFECTED_ACCOUNTS),
                                                SeverityClass.LOW,
                                                explanation(),
                                                null)));
        SignedIn.as(WRITER, () -> withholdings.withhold(begun.id(), "Nobody asked so far"));
        var draft = signedByAll(submitted(begun));
        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
        assertThat(packagesOf(draft)).isEmpty();

        SignedIn.as(SUPPORT, () -> withholdings.giveOut(draft.id(), "Brightwater, ticket 71"));

        assertThat(packagesOf(draft))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.attachments()).contains("document.pdf"));
        assertThat(withholdings.of(draft.id()).orElseThrow())
                .satisfies(choice -> {
                    assertThat(choice.reason()).isEqualTo("Nobody asked so far");
                    assertThat(choice.byName()).isEqualTo(WRITER.fullName());
                    assertThat(choice.holds()).isFalse();
                });
    }

    @Test
    void anAttachedFileIsPartOfTheHashAndLeavesInTheMessage() throws Exception {
        var begun = begun();
        SignedIn.as(WRITER, () -> files.attach(begun.id(), "../chart.pdf", CHART));
        var draft = signedByAll(submitted(begun));

        var revision = revisions.get(seen(draft).hash());
        assertThat(revision.attachments())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("chart.pdf");
                    assertThat(file.sha256()).isEqualTo(RevisionForm.sha256(CHART));
                });
        assertThat(IndependentHash.of(parsed(revision))).isEqualTo(seen(draft).hash());
        SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
        var id = packagesOf(draft).getFirst().id();
        var eml = MailFiles.of(SignedIn.as(SUPPORT, () -> outbox.eml(id))).get("message.eml");
        assertThat(new String(eml, StandardCharsets.UTF_8)).contains("chart.pdf");
    }

    @Test
    void aFileIsChangedInReviewByNobody() {
        var begun = begun();
        SignedIn.as(WRITER, () -> files.attach(begun.id(), "chart.pdf", CHART));
        var draft = submitted(begun);
        var file = draft.bundle().attachments().getFirst();

        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> files.remove(draft.id(), file)))
                .hasMessageContaining("while it is in review");
        assertThatThrownBy(
                        () -> SignedIn.as(WRITER, () -> files.attach(draft.id(), "b.pdf", CHART)))
                .hasMessageContaining("while it is in review");
    }

    @Test
    void aFileOfThirtyMegabytesOrOfAnotherKindIsRefusedWithASentence() {
        var draft = begun();

        assertThatThrownBy(() ->
                        SignedIn.as(
                                WRITER,
                                () ->
                                        files.attach(
                                                draft.id(), "a.pdf", new byte[30 * 1024 * 1024])))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("30.0 MB")
                .hasMessageContaining("10 MB together");
        assertThatThrownBy(() ->
                        SignedIn.as(
                                WRITER,
                                () ->
                                        files.attach(
                                                draft.id(),
                                                "a.pdf",
                                                "MZ".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("not what its name says");
        assertThat(drafts(draft).bundle().attachments()).isEmpty();
    }

    private Draft released() {
        var draft = signedByAll(inReview());
        return SignedIn.as(SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
    }

    private List<Duty> owed(Draft draft) {
        return duties.ofIncident(draft.incident()).stream()
                .filter(duty -> duty.kind().equals(CorrectionDuties.KIND))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static java.util.Map<String, Object> parsed(Revision revision) {
        return (java.util.Map<String, Object>)
                app.candor.prosemirror.Json.parse(
                        new String(revision.canonicalBytes(), StandardCharsets.UTF_8));
    }

    private static app.candor.prosemirror.Node explanation() {
        return app.candor.prosemirror.Node.fromJson(
                app.candor.prosemirror.Schema.candor(),
                RevisionFixture.document("A queue stopped taking orders."));
    }
}
