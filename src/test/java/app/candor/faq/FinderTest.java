package app.candor.faq;

import static app.candor.faq.EntryFixture.answered;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinderTest {
    private final Finder finder = new Finder();

    @BeforeEach
    void someEntries() {
        finder.put(answered("lost", "Are any of my orders lost?", "No. Every order is stored."));
        finder.put(answered("again", "Do I need to send my orders again?", "No. Please do not."));
        finder.put(
                answered("keep", "How long do you keep raw events?", "We keep them 25 months.")
                        .alsoAskedAs("retention period")
                        .state());
    }

    @AfterEach
    void close() throws Exception {
        finder.close();
    }

    @Test
    void anAnswerIsFoundWhileItsLastWordIsStillTyped() {
        assertThat(finder.find("orders los", 3)).first().isEqualTo("lost");
    }

    @Test
    void oneSlipInAWordIsForgiven() {
        assertThat(finder.find("retnetion", 3)).first().isEqualTo("keep");
        assertThat(finder.find("ordres agian", 3)).contains("again");
    }

    @Test
    void otherWordingsFindTheEntry() {
        assertThat(finder.find("retention", 3)).containsExactly("keep");
    }

    @Test
    void wordFormsFindEachOther() {
        assertThat(finder.find("keeping event", 3)).first().isEqualTo("keep");
    }

    @Test
    void wordsThatStandNowhereFindNothing() {
        assertThat(finder.find("zebra invoices", 3)).isEmpty();
    }

    @Test
    void aReplacedEntryIsFoundByItsNewWordsOnly() {
        finder.put(answered("lost", "Is my data complete?", "Yes."));

        assertThat(finder.find("complete", 3)).containsExactly("lost");
        assertThat(finder.find("lost", 3)).doesNotContain("lost");
    }

    @Test
    void aHugeQueryFullOfControlCharactersIsAnsweredLikeAShortOne() {
        var huge = "orders\u0000\u0007 lost " + "x ".repeat(5_000_000);

        assertThat(finder.find(huge, 3)).isEmpty();
        assertThat(finder.find("orders\u0000\u0007lost", 3)).contains("lost");
    }
}
