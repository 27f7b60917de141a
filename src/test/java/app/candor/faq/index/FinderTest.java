package app.candor.faq.index;

import static app.candor.faq.index.CardFixture.MANAGERS;
import static app.candor.faq.index.CardFixture.NOON;
import static app.candor.faq.index.CardFixture.about;
import static app.candor.faq.index.CardFixture.card;
import static app.candor.faq.index.CardFixture.of;
import static app.candor.faq.index.CardFixture.released;
import static app.candor.faq.index.CardFixture.unanswered;
import static app.candor.faq.index.CardFixture.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.faq.index.Wanted.Narrowed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinderTest {
    private static final Synonyms SYNONYMS =
            new Synonyms(List.of(List.of("refund", "money back"), List.of("webhook", "callback")));

    private final Finder finder = new Finder();

    @BeforeEach
    void someEntries() {
        put(card("lost", "Are any of my orders lost?", "No. Every order is stored."));
        put(card("again", "Do I need to send my orders again?", "No. Please do not."));
        put(
                card(
                        "keep",
                        "How long do you keep raw events?",
                        "We keep them 25 months.",
                        "retention period"));
        put(card("refund", "How do I get a refund?", "Open Billing and choose Refund."));
        put(card("colour", "Can I change the colour of the catalogue?", "Yes."));
        finder.refresh();
    }

    @AfterEach
    void close() throws Exception {
        finder.close();
    }

    @Test
    void anAnswerIsFoundWhileItsLastWordIsStillTyped() {
        assertThat(ids("orders los")).first().isEqualTo("lost");
        assertThat(ids("l")).contains("lost");
    }

    @Test
    void oneSlipInAWordIsForgiven() {
        assertThat(ids("retnetion")).first().isEqualTo("keep");
        assertThat(ids("ordres agian")).first().isEqualTo("again");
        assertThat(ids("xrders lost")).first().isEqualTo("lost");
    }

    @Test
    void aSlipInAWordThatIsStillTypedIsForgiven() {
        assertThat(ids("retnet")).first().isEqualTo("keep");
    }

    @Test
    void otherWordingsFindTheEntry() {
        assertThat(ids("retention")).containsExactly("keep");
    }

    @Test
    void wordFormsFindEachOther() {
        assertThat(ids("keeping event")).first().isEqualTo("keep");
    }

    @Test
    void britishAndAmericanSpellingFindEachOther() {
        assertThat(ids("color catalog")).first().isEqualTo("colour");
        assertThat(ids("colours")).containsExactly("colour");
    }

    @Test
    void wordsThatMeanTheSameFindEachOther() {
        assertThat(ids("money back")).containsExactly("refund");
        assertThat(ids("want my money back")).first().isEqualTo("refund");
    }

    @Test
    void wordsThatStandNowhereFindNothing() {
        assertThat(ids("zebra quicksilver")).isEmpty();
    }

    @Test
    void aReplacedEntryIsFoundByItsNewWordsOnly() {
        put(card("lost", "Is my data complete?", "Yes."));
        finder.refresh();

        assertThat(ids("complete")).containsExactly("lost");
        assertThat(ids("lost")).doesNotContain("lost");
    }

    @Test
    void aHugeQueryFullOfControlCharactersIsAnsweredLikeAShortOne() {
        var huge = "orders\u0000\u0007 lost " + "x ".repeat(5_000_000);

        assertThat(ids(huge)).isEqualTo(ids(huge.substring(0, 200)));
        assertThat(ids("orders\u0000\u0007lost")).first().isEqualTo("lost");
        assertThat(ids("\u0000\u0001")).hasSize(5);
    }

    @Test
    void anEntryOfTheIncidentComesBeforeABetterFitThatIsAlwaysValid() {
        put(of("inc", "mine", "Do orders of last week wait, lost or late?", "No."));
        finder.refresh();

        assertThat(ids(inside("orders lost", "inc", Narrowed.NOT))).startsWith("mine", "lost");
        assertThat(ids(inside("", "inc", Narrowed.NOT))).first().isEqualTo("mine");
    }

    @Test
    void anIncidentsEntryThatFitsHalfDoesNotPushTheRightOneDown() {
        put(of("inc", "mine", "Are deliveries to Spain lost?", "No."));
        finder.refresh();

        assertThat(ids(inside("orders lost", "inc", Narrowed.NOT))).first().isEqualTo("lost");
    }

    @Test
    void whatIsHiddenFromTheReaderIsNeitherFoundNorCounted() {
        put(unanswered("restricted", "secret", "Were orders of Halden leaked?"));
        finder.refresh();
        var outside = finder.find(wanted("orders"), SYNONYMS);
        var inside = finder.find(inside("orders", "restricted", Narrowed.NOT), SYNONYMS);

        assertThat(outside.total()).isEqualTo(2);
        assertThat(outside.cards()).extracting(Card::id).doesNotContain("secret");
        assertThat(ids("leaked")).isEmpty();
        assertThat(inside.total()).isEqualTo(3);
    }

    @Test
    void aReleasedAnswerIsFoundAsItWasReleasedByThoseWhomItReaches() {
        put(
                of("restricted", "told", "Was Halden in the breach of 3 May?", "No."),
                released("restricted", "told", "Was my account exposed?", "No."));
        finder.refresh();
        var engineer = wanted("exposed", Set.of("STAFF"), Set.of(), Narrowed.NOT);
        var member = wanted("halden breach", Set.of(MANAGERS), Set.of("restricted"), Narrowed.NOT);

        assertThat(ids("exposed")).containsExactly("told");
        assertThat(ids("halden breach")).isEmpty();
        assertThat(ids(engineer)).isEmpty();
        assertThat(ids(member)).containsExactly("told");
        assertThat(finder.find(member, SYNONYMS).total()).isEqualTo(1);
    }

    @Test
    void anAnswerThatHasToBeVerifiedIsNotAmongThoseThatMayBeGiven() {
        put(about("Payments", "pay", "Are orders paid twice?", "No."));
        finder.refresh();
        var usable = new Narrowed(null, "Payments", null, true);
        var now = wanted("paid", Set.of(), Set.of(), usable);
        var later = new Wanted("paid", now.reader(), Set.of(), usable, 10, NOON.plusSeconds(7200));

        assertThat(ids(now)).containsExactly("pay");
        assertThat(ids(later)).isEmpty();
    }

    @Test
    void aSearchIsNarrowedByProductIncidentAndApproval() {
        put(about("Payments", "pay", "Are orders paid twice?", "No."));
        put(of("inc", "mine", "Are orders late?", "Yes."));
        put(unanswered("inc", "open", "Are orders late in Spain?"));
        finder.refresh();

        assertThat(ids(inside("orders", "inc", new Narrowed(null, "Payments", null, false))))
                .containsExactly("pay");
        assertThat(ids(inside("orders", "inc", new Narrowed("inc", null, null, false))))
                .containsExactlyInAnyOrder("mine", "open");
        assertThat(ids(inside("orders", "inc", new Narrowed("inc", null, null, true))))
                .containsExactly("mine");
        assertThat(ids(inside("orders", "inc", new Narrowed(Narrowed.EVERGREEN, null, null, true))))
                .containsExactlyInAnyOrder("lost", "again", "pay");
    }

    @Test
    void aSearchIsNarrowedByTheAudienceOfTheRelease() {
        var managers = new Narrowed(null, null, MANAGERS, false);
        var staff = new Narrowed(null, null, "STAFF", false);
        var both = Set.of(MANAGERS, "STAFF");

        assertThat(ids(wanted("orders", both, Set.of(), managers))).contains("lost");
        assertThat(ids(wanted("orders", both, Set.of(), staff))).isEmpty();
    }

    @Test
    void wordsThatWereFoundAreMarkedInWhateverFormTheyStand() {
        var found = finder.find(wanted("ordre los"), SYNONYMS);

        assertThat(Marks.in("Are any of my orders lost?", found.stems()))
                .filteredOn(Marks.Piece::marked)
                .extracting(Marks.Piece::text)
                .containsExactly("orders", "lost");
    }

    @Test
    void anExcerptShowsTheWordThatWasFound() {
        var text = "Nothing here. ".repeat(40) + "The orders wait. " + "More. ".repeat(40);

        assertThat(Marks.excerpt(text, Set.of("order"), 140))
                .contains("orders wait")
                .startsWith("…")
                .hasSizeLessThan(145);
    }

    private static Wanted inside(String typed, String incident, Narrowed narrowed) {
        return wanted(typed, Set.of(MANAGERS), Set.of(incident), narrowed);
    }

    private void put(Card... cards) {
        finder.put(cards[0].id(), List.of(cards));
    }

    private List<String> ids(String typed) {
        return ids(wanted(typed));
    }

    private List<String> ids(Wanted wanted) {
        return finder.find(wanted, SYNONYMS).cards().stream().map(Card::id).toList();
    }
}
