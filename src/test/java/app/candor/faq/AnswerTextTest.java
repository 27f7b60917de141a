package app.candor.faq;

import static app.candor.faq.EntryFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private final AnswerText texts = new AnswerText();

    @Test
    void aCopyHoldsTheFactAsSignedAndTheCustomersName() {
        var copied = texts.filledIn(answer(1, "hash", "It began at"), "Halden Outdoor");

        assertThat(copied.plain()).isEqualTo("It began at 08:47 UTC for Halden Outdoor");
        assertThat(copied.html()).isEqualTo("<p>It began at 08:47 UTC for Halden Outdoor</p>");
    }

    @Test
    void aCustomersNameCannotBringMarkup() {
        var copied = texts.filledIn(answer(1, "hash", "It began at"), "<b>A & B</b>");

        assertThat(copied.html()).contains("&lt;b&gt;A &amp; B&lt;/b&gt;");
        assertThat(copied.plain()).endsWith("<b>A & B</b>");
    }

    @Test
    void withoutACustomerTheTextStillReads() {
        var copied = texts.filledIn(answer(1, "hash", "It began at"), null);

        assertThat(copied.plain()).isEqualTo("It began at 08:47 UTC for your account");
    }
}
