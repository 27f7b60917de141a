package app.candor.faq;

import static app.candor.faq.EntryFixture.NOON;
import static app.candor.faq.EntryFixture.answer;
import static app.candor.faq.EntryFixture.answered;
import static app.candor.faq.EntryFixture.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
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

        var again = entry.approve(answer(2, "hash-1", "No."));

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(entry);
    }

    @Test
    void aBlockedAnswerIsUsableAgainOnlyByANewRelease() {
        var blocked =
                answered("a", "Are orders lost?", "No.").block("Started changed", NOON).state();

        assertThat(blocked.isApproved()).isFalse();
        assertThat(blocked.approve(answer(2, "hash-2", "No.")).state().isApproved()).isTrue();
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
}
