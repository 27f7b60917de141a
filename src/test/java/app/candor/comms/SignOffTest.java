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
import app.candor.access.SignedIn;
import app.candor.access.StepUpNeeded;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.coedit.TextLocked;
import app.candor.demo.DemoPerson;
import app.candor.notify.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignOffTest extends CommsDesk {
    @Autowired AuditLog audit;

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

    private List<Notice> noticesOf(DemoPerson person, Draft draft) {
        return SignedIn.as(person, () -> inbox.latest(1_000)).stream()
                .filter(notice -> notice.link().contains(draft.id()))
                .toList();
    }
}
