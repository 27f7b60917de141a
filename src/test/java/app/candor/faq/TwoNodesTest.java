package app.candor.faq;

import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.Access;
import app.candor.access.SignedIn;
import app.candor.audit.AuditTail;
import app.candor.faq.index.Card;
import app.candor.faq.index.Wanted;
import app.candor.notify.LivePages;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * A second node on the same store: it hears no event of the first and learns from the log alone.
 */
class TwoNodesTest extends FaqDesk {
    @Autowired Labels labels;
    @Autowired Policies policies;
    @Autowired Access access;
    @Autowired AuditTail tail;
    @Autowired Clock clock;
    @Autowired LivePages pages;

    private FaqIndex other;

    @BeforeEach
    void theOtherNodeStarts() throws InterruptedException {
        other = aNode();
        other.start().join();
    }

    private FaqIndex aNode() {
        return new FaqIndex(
                library,
                labels,
                new KnownIncidents(incidents, access),
                new KnownSynonyms(policies),
                tail,
                pages,
                clock);
    }

    @AfterEach
    void theOtherNodeStops() throws Exception {
        other.close();
    }

    @Test
    void whatChangesOnOneNodeIsFoundOnTheOtherAtItsNextLookWhichComesTwiceASecond()
            throws Exception {
        var entry = answered("Does the caracal ship abroad?", "Yes.");
        assertThat(found("caracal")).isEmpty();
        other.catchUp();
        assertThat(found("caracal")).containsExactly(entry.id() + " 1 APPROVED");

        changedTo(entry, "To Norway.");
        other.catchUp();
        assertThat(found("caracal norway")).containsExactly(entry.id() + " 2 APPROVED");

        SignedIn.as(WRITER, () -> library.withdraw(entry.id(), "not any more"));
        other.catchUp();
        assertThat(found("caracal")).containsExactly(entry.id() + " 2 BLOCKED");
        var look = FaqIndex.class.getDeclaredMethod("catchUp").getAnnotation(Scheduled.class);
        assertThat(Duration.parse(look.fixedDelayString())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aNodeThatStartsLaterFindsWhatWasThere() throws Exception {
        var entry = answered("Does the serval ship abroad?", "Yes.");
        other.close();
        theOtherNodeStarts();

        assertThat(found("serval")).containsExactly(entry.id() + " 1 APPROVED");
        assertThat(other.isBuilt()).isTrue();
    }

    @Test
    void aNodeThatIsStoppedWhileItBuildsStopsWithoutAComplaint() throws Exception {
        answered("Does the ocelot ship abroad?", "Yes.");
        var complaints = new ConcurrentLinkedQueue<Throwable>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, complaint) -> complaints.add(complaint));
        try {
            var node = aNode();
            var building = node.start();
            node.close();
            building.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(complaints).isEmpty();
    }

    private List<String> found(String typed) {
        var reader = new Wanted.Reader(Set.of("CUSTOMER_SUCCESS"), Set.of());
        return other
                .find(new Wanted(typed, reader, Set.of(), Wanted.Narrowed.NOT, 5, clock.instant()))
                .cards()
                .stream()
                .map(TwoNodesTest::line)
                .toList();
    }

    private static String line(Card card) {
        return card.id() + " " + card.version() + " " + card.state();
    }
}
