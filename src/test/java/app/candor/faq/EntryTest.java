package app.candor.faq;

import static app.candor.faq.EntryFixture.NOON;
import static app.candor.faq.EntryFixture.answer;
import static app.candor.faq.EntryFixture.answered;
import static app.candor.faq.EntryFixture.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {

    @Test
    void aQuestionIsNotApprovedUntilAnAnswerWasReleased() {
        assertThat(question("a", "Are orders lost?").isApproved()).isFalse();
        assertThat(answered("a", "Are orders lost?", "No.").isApproved()).isTrue();
    }

    @Test
    void theSameReleaseToldTwiceApprovesOnce() {
        var entry = answered("a", "Are orders lost?", "No.");

        var again = entry.approve(answer(2, "hash-1", "No."), List.of());

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(entry);
    }

    @Test
    void aBlockedAnswerIsUsableAgainOnlyByANewRelease() {
        var blocked =
                answered("a", "Are orders lost?", "No.")
                        .block(Block.Kind.FACT_CHANGED, "Started changed", null, NOON)
                        .state();

        assertThat(blocked.isApproved()).isFalse();
        assertThat(blocked.approve(answer(2, "hash-2", "No."), List.of()).state().isApproved())
                .isTrue();
    }

    @Test
    void anAnswerContradictsAFactThatItShowsWithAnotherValue() {
        var entry = answered("a", "When did it start?", "It began at");

        assertThat(entry.contradicts("started", "08:52 UTC")).isTrue();
        assertThat(entry.contradicts("started", "08:47 UTC")).isFalse();
        assertThat(entry.contradicts("affected", "418")).isFalse();
    }

    @Test
    void anEmptyQuestionIsRefused() {
        assertThatThrownBy(() -> question("a", "  "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("as a customer would ask");
    }

    @Test
    void twoAnswersAreNotWrittenAtOnce() {
        var writing = question("a", "Are orders lost?").drafting("draft-1").state();

        assertThatThrownBy(() -> writing.drafting("draft-2")).isInstanceOf(Refused.class);
    }

    @Test
    void aReleaseOfBeforeThatIsToldAgainBringsNothingBack() {
        var second =
                answered("a", "Are orders lost?", "No.")
                        .approve(answer(2, "hash-2", "Some."), List.of())
                        .state();

        var again = second.approve(answer(3, "hash-1", "No."), List.of());

        assertThat(again.state()).isEqualTo(second);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void aNewVersionMakesCopiesOfTheOlderOneOutdated() {
        var change =
                answered("a", "Are orders lost?", "No.")
                        .approve(answer(2, "hash-2", "Some."), List.of());

        assertThat(change.events())
                .contains(new AnswerOutdated("a", "incident-1", 1, 1, "replaced"));
    }

    @Test
    void aChangedFactMakesCopiesOutdatedOnceHoweverOftenItChanges() {
        var first =
                answered("a", "Are orders lost?", "No.")
                        .block(Block.Kind.FACT_CHANGED, "Started changed", null, NOON);

        var again = first.state().block(Block.Kind.FACT_CHANGED, "Ended changed", null, NOON);

        assertThat(first.events())
                .contains(new AnswerOutdated("a", "incident-1", 1, 1, "fact_changed"));
        assertThat(again.events()).isEmpty();
    }

    @Test
    void aChangeThatASignerCalledHarmlessBothersNobody() {
        var change =
                answered("a", "Are orders lost?", "No.")
                        .say(new Harmless("hash-2", "mercy", "Mercy Adeyemi", NOON))
                        .state()
                        .approve(answer(2, "hash-2", "No!"), List.of("mercy", "anton"));

        assertThat(change.events()).noneMatch(AnswerOutdated.class::isInstance);
        assertThat(change.state().isCalledHarmless()).isTrue();
    }

    @Test
    void harmlessCountsOnlyFromASignerOfThatVeryRevision() {
        var said =
                answered("a", "Are orders lost?", "No.")
                        .say(new Harmless("hash-2", "mercy", "Mercy Adeyemi", NOON))
                        .state();

        assertThat(said.approve(answer(2, "hash-2", "No!"), List.of("anton")).events())
                .anyMatch(AnswerOutdated.class::isInstance);
        assertThat(said.approve(answer(2, "hash-3", "No!"), List.of("mercy")).events())
                .anyMatch(AnswerOutdated.class::isInstance);
    }

    @Test
    void anAnswerExpiresByItsIntervalAndOnlyItsVerifierRenewsIt() {
        var entry = answered("a", "Are orders lost?", "No.").verifiedBy("verifier", 30).state();
        var over = NOON.plus(Duration.ofDays(30));

        assertThat(entry.isUsable(over.minusMillis(1))).isTrue();
        assertThat(entry.isUsable(over)).isFalse();
        assertThatThrownBy(() -> entry.verify("somebody", over))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Somebody else verifies");
        assertThat(entry.verify("verifier", over).state().isUsable(over.plusSeconds(1))).isTrue();
    }

    @Test
    void whatWasWithdrawnIsNotVerifiedBack() {
        var withdrawn =
                answered("a", "Are orders lost?", "No.")
                        .verifiedBy("verifier", 30)
                        .state()
                        .block(Block.Kind.WITHDRAWN, "Withdrawn: wrong", "writer", NOON)
                        .state();

        assertThatThrownBy(() -> withdrawn.verify("verifier", NOON))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only a new answer");
    }

    @Test
    void whoMayNotReadTheIncidentGetsWhatWasSignedAndNothingElse() {
        var entry =
                Entry.begun(
                                "a",
                                "Which keys leaked?",
                                "incident-1",
                                "Not the vendor",
                                true,
                                "w",
                                NOON)
                        .alsoAskedAs("breach at the vendor")
                        .state()
                        .approve(answer(1, "hash-1", "None."), List.of())
                        .state()
                        .drafting("draft-2")
                        .state()
                        .block(
                                Block.Kind.FACT_CHANGED,
                                "Personal data involved changed",
                                null,
                                NOON)
                        .state();

        var given = entry.asReleased(false);

        assertThat(given.toString())
                .contains("A question, as signed", "It is being checked again")
                .doesNotContain("incident-1", "vendor", "Which keys", "draft-2", "Personal data");
    }
}
