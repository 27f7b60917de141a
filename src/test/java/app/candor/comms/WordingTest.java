package app.candor.comms;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.demo.DemoPerson;
import app.candor.incident.FactKey;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.voice.Category;
import app.candor.voice.Finding;
import app.candor.voice.Weight;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WordingTest extends CommsDesk {
    private static final String STOCK = "We apologise for any inconvenience. ";

    @Autowired private Wording wording;

    @Test
    void anErrorHoldsUpSubmittingAndTheTextStaysOpen() {
        var draft = written(STOCK);

        assertThatThrownBy(() -> submitted(draft))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("inconvenience");
        type(draft, WRITER, "Late. ");
        assertThat(drafts(draft).state()).isInstanceOf(DraftState.Editing.class);
    }

    @Test
    void aWarningDoesNot() {
        assertThat(submitted(written("Simply wait. ")).review()).isPresent();
    }

    @Test
    void anErrorStaysOnceASecondPersonOfItsGateAgreedWithTheReason() {
        var draft = written(STOCK);
        var key = keep(draft, "stock-inconvenience", "The contract of both wants this sentence");

        assertThatThrownBy(() -> submitted(draft)).isInstanceOf(Refused.class);
        agree(draft, CSLEAD, key);

        assertThat(submitted(draft).review()).isPresent();
        assertThat(SignedIn.as(CSLEAD, () -> wording.of(draft.id())).kept())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.agreedBy()).isEqualTo(CSLEAD.sub());
                    assertThat(kept.reason()).startsWith("The contract");
                });
    }

    @Test
    void theCommanderMayAgreeAndNeitherWritersNorOtherGatesMay() {
        var draft = written(STOCK);
        type(draft, CSLEAD, "Hello. ");
        var key = keep(draft, "stock-inconvenience", "Wanted");

        for (var other : new DemoPerson[] {WRITER, CSLEAD, ENGINEER2, LEGAL, CSM, STAFF}) {
            assertThatThrownBy(() -> agree(draft, other, key)).isInstanceOf(Refused.class);
        }
        agree(draft, COMMANDER, key);
        assertThat(submitted(draft).review()).isPresent();
    }

    @Test
    void aSentenceThatChangedNeedsItsOwnAgreement() {
        var draft = written(STOCK);
        var key = keep(draft, "stock-inconvenience", "Wanted");
        agree(draft, CSLEAD, key);

        type(draft, WRITER, "Really, ");

        assertThatThrownBy(() -> submitted(draft)).hasMessageContaining("inconvenience");
    }

    @Test
    void nobodyCanAgreeToASecret() {
        var draft = written("Use AKIAIOSFODNN7EXAMPLE for now. ");

        assertThatThrownBy(() -> keep(draft, "secret-token", "They need it"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("never leaves");
        assertThatThrownBy(() -> submitted(draft)).isInstanceOf(Refused.class);
    }

    @Test
    void personalDataStaysWithASecondPersonAlone() {
        var draft = written("Ask jo.field@example.org for help. ");
        var key = keep(draft, "personal-email", "She asked for it");
        assertThatThrownBy(() -> submitted(draft)).isInstanceOf(Refused.class);

        agree(draft, LEGAL, key);

        assertThat(submitted(draft).review()).isPresent();
    }

    @Test
    void aWarningStaysForTheWritersReasonAlone() {
        var draft = written("Simply wait. ");
        keep(draft, "tone-condescending", "It is simple");

        assertThat(SignedIn.as(WRITER, () -> wording.of(draft.id())).open())
                .extracting(Finding::rule)
                .doesNotContain("tone-condescending");
    }

    @Test
    void nobodyElseKeepsWordsAndNothingIsKeptWithoutAReason() {
        var draft = written(STOCK);

        assertThatThrownBy(() -> keep(draft, "stock-inconvenience", " "))
                .isInstanceOf(Refused.class);
        var key = key(draft, "stock-inconvenience");
        assertThatThrownBy(() -> SignedIn.as(CSM, () -> wording.keep(draft.id(), key, "I like it")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aNumberThatTheLedgerContradictsHoldsUpSubmitting() {
        var draft = written("The delay affects 40 merchants. ");

        assertThat(SignedIn.as(WRITER, () -> wording.of(draft.id())).blocking())
                .filteredOn(finding -> finding.category() == Category.CONSISTENCY)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.beside().there()).isEqualTo("2 merchants");
                    assertThat(finding.words()).isEqualTo("40 merchants");
                });
    }

    @Test
    void whileItIsNotKnownWhetherRawDataIsLostNoTextSaysThatNoneWas() {
        var draft = written("No data was lost. ");
        confirm(draft, FactKey.RAW_DATA_LOST, "");

        assertThatThrownBy(() -> submitted(draft)).hasMessageContaining("Not known yet");
        confirm(draft, FactKey.RAW_DATA_LOST, "no");
        assertThat(submitted(draft).review()).isPresent();
    }

    @Test
    void aRestrictedDraftIsJudgedForItsMembersAlone() {
        var draft = restricted();

        assertThatThrownBy(() -> SignedIn.as(CSM, () -> wording.of(draft.id())))
                .isInstanceOf(NotFound.class);
        assertThat(SignedIn.as(LEGAL, () -> wording.of(draft.id()))).isNotNull();
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        var draft = written("");

        for (var odd :
                new String[] {"", "[]", "{\"type\":\"paragraph\"}", "{\"type\":\"doc\",\"x\"}"}) {
            assertThatThrownBy(() -> SignedIn.as(WRITER, () -> wording.of(draft.id(), odd)))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void wordsOfLawCallTheLegalGateInAtLowSeverity() {
        var draft =
                SignedIn.as(WRITER, () -> drafts.begin(NewDraft.of(DraftKind.FAQ_ANSWER, null)));
        SignedIn.as(WRITER, () -> drafts.changeSubject(draft.id(), "Do I get my money back?"));
        var doc = texts.current(draft.textId()).doc();
        texts.edit(
                draft.textId(),
                WRITER.sub(),
                now -> java.util.List.of(wholly(doc, "Your refund follows your contract.")));

        var review = submitted(draft).review().orElseThrow();

        assertThat(review.calledIn()).containsExactly("liability");
    }

    @Test
    void everyTemplateIsCleanOnceItsPlaceholdersAreFilled() {
        for (var kind : DraftKind.values()) {
            var draft = SignedIn.as(WRITER, () -> drafts.begin(NewDraft.of(kind, sev1().id())));
            assertThat(SignedIn.as(WRITER, () -> wording.of(draft.id())).report().findings())
                    .as(kind.label())
                    .filteredOn(finding -> finding.category() != Category.PLACEHOLDER)
                    .filteredOn(finding -> finding.category() != Category.STRUCTURE)
                    .filteredOn(finding -> finding.weight() != Weight.HINT)
                    .isEmpty();
        }
    }

    private Draft written(String words) {
        var draft = begun();
        if (!words.isEmpty()) {
            type(draft, WRITER, words);
        }
        return draft;
    }

    private String key(Draft draft, String rule) {
        return SignedIn.as(WRITER, () -> wording.of(draft.id())).report().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private String keep(Draft draft, String rule, String reason) {
        var key = key(draft, rule);
        return SignedIn.as(WRITER, () -> wording.keep(draft.id(), key, reason)).key();
    }

    private void agree(Draft draft, DemoPerson second, String key) {
        SignedIn.as(second, () -> wording.agree(draft.id(), key));
    }

    private static app.candor.prosemirror.Step wholly(Node doc, String words) {
        return app.candor.prosemirror.Step.fromJson(
                Schema.candor(),
                Map.of(
                        "stepType",
                        "replace",
                        "from",
                        1L,
                        "to",
                        (long) doc.content().size() - 1,
                        "slice",
                        Map.of(
                                "content",
                                java.util.List.of(Map.of("type", "text", "text", words)))));
    }
}
