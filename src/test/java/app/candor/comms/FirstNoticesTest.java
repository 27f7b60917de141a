package app.candor.comms;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.demo.DemoPerson;
import app.candor.incident.Accounts;
import app.candor.incident.FactKey;
import app.candor.incident.Facts;
import app.candor.incident.Incidents;
import app.candor.incident.Stage;
import app.candor.policy.Policies;
import app.candor.voice.Weight;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FirstNoticesTest extends CommsDesk {
    private static final Map<FactKey, List<String>> NONE = Map.of();

    @Autowired private FirstNotices notices;
    @Autowired private Preapprovals preapprovals;
    @Autowired private Revisions revisions;
    @Autowired private DraftTexts draftTexts;
    @Autowired private Wording wording;
    @Autowired private Facts facts;
    @Autowired private Incidents incidents;
    @Autowired private Policies policies;
    @Autowired private Accounts accounts;
    @Autowired private People people;
    @Autowired private Clock clock;

    @Test
    void aWordingSignedInAdvanceLeavesAtOnceWithTheLedgersValuesInItsSlots() {
        var signed = inForce();
        var incident = told();

        var sent = send(SUPPORT, incident, signed, NONE);

        assertThat(sent.state()).isInstanceOf(DraftState.Released.class);
        var gone = (DraftState.Released) sent.state();
        assertThat(gone.signatures())
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.hash()).isEqualTo(seen(signed).hash()));
        var revision = revisions.get(gone.hash());
        assertThat(revision.preapproved())
                .isEqualTo(new Preapproved(signed.id(), 1, seen(signed).hash()));
        assertThat(Reading.of(revision).plainText())
                .contains("Requests to Order sync have been slow")
                .contains("since 18 Nov 2026, 08:47 UTC")
                .contains("Affected regions: EU.");
        assertThat(packagesOf(sent)).isNotEmpty();
        assertThat(SignedIn.as(SUPPORT, () -> drafts.get(signed.id())).state())
                .isInstanceOf(DraftState.InReview.class);
    }

    @Test
    void freeWordsInASlotAreRefusedAndNothingIsBegun() {
        var signed = inForce();
        var incident = told();
        fact(incident, FactKey.COMPONENTS, "Order sync, and by the way all data is gone");

        assertThatThrownBy(() -> send(SUPPORT, incident, signed, NONE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nothing was sent")
                .hasMessageContaining("not in the list of components");
        assertThat(store.ofIncident(incident)).isEmpty();
    }

    @Test
    void aNameOfTheListFillsASlotThatTheLedgerHasNothingForAndNoOtherNameDoes() {
        var signed = inForce();
        var incident = sev1().id();
        var offer = offers(SUPPORT, incident, signed);
        assertThat(offer.open()).containsOnlyKeys(FactKey.COMPONENTS, FactKey.REGIONS);
        assertThat(offer.open().get(FactKey.REGIONS)).contains("EU");
        assertThat(offer.obstacles()).isEmpty();

        assertThatThrownBy(() ->
                        send(
                                SUPPORT,
                                incident,
                                signed,
                                Map.of(
                                        FactKey.COMPONENTS, List.of("Order sync"),
                                        FactKey.REGIONS, List.of("everywhere"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("“everywhere”");
        var sent =
                send(
                        SUPPORT,
                        incident,
                        signed,
                        Map.of(
                                FactKey.COMPONENTS, List.of("Order sync"),
                                FactKey.REGIONS, List.of("EU", "UK")));

        assertThat(
                        Reading.of(revisions.get(((DraftState.Released) sent.state()).hash()))
                                .plainText())
                .contains("Affected regions: EU, UK.");
    }

    @Test
    void aWordingThatTheLedgerContradictsDoesNotLeave() {
        var signed = drafts(signedByAll(submitted(written(Stage.RESOLVED))));
        var incident = told();
        fact(incident, FactKey.ENDED, "2026-11-18T09:30:00Z");
        fact(incident, FactKey.RAW_DATA_LOST, "yes");
        assertThatThrownBy(() -> send(SUPPORT, incident, signed, NONE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("speaks in the stage “Resolved”");
        SignedIn.as(ENGINEER, () -> incidents.setStage(incident, Stage.RESOLVED));

        assertThatThrownBy(() -> send(SUPPORT, incident, signed, NONE))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Nothing was sent.")
                .hasMessageContaining("data");
        assertThat(store.ofIncident(incident)).isEmpty();
        fact(incident, FactKey.RAW_DATA_LOST, "no");
        assertThat(send(SUPPORT, incident, signed, NONE).isOpen()).isFalse();
    }

    @Test
    void anUnknownTimeOrAnEmptySlotHoldsItUp() {
        var signed = inForce();
        var incident = sev1().id();
        SignedIn.as(ENGINEER, () -> facts.confirm(incident, FactKey.STARTED, "", "logs rotated"));

        assertThat(offers(SUPPORT, incident, signed).obstacles())
                .containsExactly("“Started” is not known yet.");
        assertThatThrownBy(() -> send(SUPPORT, incident, signed, NONE)).isInstanceOf(Refused.class);
    }

    @Test
    void aWordingThatIsUnsignedWithdrawnOrRunOutCannotBeUsed() {
        var incident = told();
        var unsigned = submitted(written(Stage.INVESTIGATING));
        assertThatThrownBy(() -> send(SUPPORT, incident, unsigned, NONE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not signed");

        var signed = inForce();
        var later =
                new Preapprovals(
                        store,
                        revisions,
                        policies,
                        accounts,
                        people,
                        Clock.fixed(clock.instant().plus(Duration.ofDays(91)), ZoneOffset.UTC));
        assertThat(preapprovals.missing(signed)).isEmpty();
        assertThat(later.missing(signed)).containsExactly("It ran out. It has to be signed again.");

        var shown = seen(signed);
        SignedIn.as(WRITER, () -> submissions.withdraw(signed.id()));
        assertThatThrownBy(() ->
                        SignedIn.as(
                                SUPPORT, () -> notices.send(incident, signed.id(), shown, NONE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not signed yet");
        assertThat(store.ofIncident(incident)).isEmpty();
    }

    @Test
    void aChangedWordGoesThroughTheGatesLikeAnyOtherText() {
        var signed = inForce();
        var notice = begunFrom(signed, told());
        type(notice, WRITER, "Truly. ");

        var review = submitted(notice).requireReview();

        assertThat(review.preapproved()).isNull();
        assertThat(review.signatures()).isEmpty();
        assertThatThrownBy(() ->
                        SignedIn.as(
                                SUPPORT, () -> drafts.release(notice.id(), seen(drafts(notice)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not signed");
    }

    @Test
    void whatIsWithdrawnBetweenSubmittingAndReleasingDoesNotLeave() {
        var signed = inForce();
        var notice = submitted(begunFrom(signed, told()));
        assertThat(notice.requireReview().signatures()).hasSize(5);

        SignedIn.as(WRITER, () -> submissions.withdraw(signed.id()));

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(notice.id(), seen(notice))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not in force any more");
    }

    @Test
    void aWordingIsNeverReleasedByItself() {
        var signed = inForce();

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(signed.id(), seen(signed))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("never by itself");
    }

    @Test
    void whoWroteTheWordingDoesNotSendIt() {
        var draft = written(Stage.INVESTIGATING);
        type(draft, COMMANDER, "Hello. ");
        var review = submitted(draft);
        for (var signer :
                List.of(
                        DemoPerson.ENGINEER2,
                        DemoPerson.CSLEAD,
                        DemoPerson.LEGAL,
                        COMMANDER2,
                        DemoPerson.LEADER)) {
            var gate =
                    SignedIn.as(signer, () -> signing.waitingFor(drafts(review), person(signer)));
            sign(drafts(review), signer, gate.getFirst().key());
        }
        var incident = told();

        assertThatThrownBy(() -> send(COMMANDER, incident, drafts(review), NONE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nobody releases a text they wrote");
        assertThat(send(COMMANDER2, incident, drafts(review), NONE).isOpen()).isFalse();
    }

    @Test
    void onlyWhoReleasesMaySendAndOutsidersOfARestrictedIncidentFindNone() {
        var signed = inForce();
        var incident = told();
        for (var other : List.of(STAFF, CSM, WRITER, ENGINEER)) {
            assertThatThrownBy(() -> send(other, incident, signed, NONE))
                    .isInstanceOf(Refused.class);
        }
        var hidden = restricted().incident();
        assertThatThrownBy(() -> send(SUPPORT, hidden, signed, NONE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SignedIn.as(SUPPORT, () -> notices.offers(hidden)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aSlotForFreeWordsKeepsAWordingFromItsSigners() {
        var draft = written(Stage.INVESTIGATING);
        texts.edit(
                draft.textId(),
                WRITER.sub(),
                doc ->
                        List.of(
                                app.candor.prosemirror.Step.fromJson(
                                        app.candor.prosemirror.Schema.candor(),
                                        Map.of(
                                                "stepType",
                                                "replace",
                                                "from",
                                                1L,
                                                "to",
                                                1L,
                                                "slice",
                                                Map.of(
                                                        "content",
                                                        List.of(
                                                                Map.of(
                                                                        "type",
                                                                        "fact",
                                                                        "attrs",
                                                                        Map.of(
                                                                                "key",
                                                                                "cause"))))))));

        assertThatThrownBy(() -> submitted(draft))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("written freely");
    }

    @Test
    void theWordsShippedForEachStagePassTheirOwnChecks() {
        for (var stage : Standing.STAGES) {
            var draft = written(stage);
            assertThat(SignedIn.as(WRITER, () -> wording.of(draft.id())).report().findings())
                    .as(stage.label())
                    .filteredOn(finding -> finding.weight() != Weight.HINT)
                    .isEmpty();
            assertThat(submitted(draft).review()).as(stage.label()).isPresent();
        }
    }

    private Draft written(Stage stage) {
        return SignedIn.as(
                WRITER,
                () -> {
                    var draft =
                            notices.begin(
                                    DraftKind.STATUS_UPDATE,
                                    stage,
                                    clock.instant().plus(Duration.ofDays(90)));
                    return drafts.changeSubject(draft.id(), "Our service is disturbed");
                });
    }

    private Draft inForce() {
        return drafts(signedByAll(submitted(written(Stage.INVESTIGATING))));
    }

    /** An incident whose ledger holds what the slots take. */
    private String told() {
        var incident = sev1().id();
        fact(incident, FactKey.COMPONENTS, "Order sync");
        fact(incident, FactKey.REGIONS, "EU");
        return incident;
    }

    private void fact(String incident, FactKey key, String value) {
        SignedIn.as(ENGINEER, () -> facts.confirm(incident, key, value, "age chart"));
    }

    /** As if the portal had stopped between beginning and submitting. */
    private Draft begunFrom(Draft signed, String incident) {
        var id = DraftIds.next();
        var words = revisions.get(seen(signed).hash());
        var draft =
                new Draft(
                        id,
                        signed.kind(),
                        incident,
                        null,
                        "draft-" + id,
                        signed.bundle(),
                        signed.highestClass(),
                        SUPPORT.sub(),
                        clock.instant(),
                        java.util.Set.of(),
                        0,
                        List.of(),
                        new DraftState.Editing(null),
                        null,
                        null,
                        new NoticeUse(signed.id(), List.of()));
        draftTexts.create(
                draft,
                app.candor.prosemirror.Node.fromJson(
                        app.candor.prosemirror.Schema.candor(), words.text().document()),
                Occasion.none());
        return store.insert(draft);
    }

    private NoticeOffer offers(DemoPerson person, String incident, Draft signed) {
        return SignedIn.as(person, () -> notices.offers(incident)).stream()
                .filter(offer -> offer.wording().id().equals(signed.id()))
                .findFirst()
                .orElseThrow();
    }

    private Draft send(
            DemoPerson person, String incident, Draft signed, Map<FactKey, List<String>> names) {
        return SignedIn.as(person, () -> notices.send(incident, signed.id(), seen(signed), names));
    }

    private app.candor.access.Person person(DemoPerson of) {
        return people.find(of.sub()).orElseThrow();
    }
}
