package app.candor.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LivePagesTest {
    private static final String TOPIC = "incident:i-1";

    private final LivePages pages = new LivePages(new SharedReadings(Clock.systemUTC()));
    private final AtomicInteger redrawn = new AtomicInteger();

    /** A page whose lock somebody holds: what is to be done there waits. */
    private static final class Busy extends UI {
        final BlockingQueue<Command> waiting = new LinkedBlockingQueue<>();

        @Override
        public Future<Void> access(Command command) {
            waiting.add(command);
            return CompletableFuture.completedFuture(null);
        }

        void carryOutNext() throws Exception {
            var next = waiting.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.execute();
        }
    }

    @Test
    void aHundredChangesInARowAreOneToAPageThatIsBusy() throws Exception {
        var page = watching();

        for (var change = 0; change < 100; change++) {
            pages.changed(TOPIC);
        }
        page.carryOutNext();

        assertThat(page.waiting).isEmpty();
        assertThat(redrawn).hasValue(1);
    }

    @Test
    void aChangeAfterTheRedrawIsShownToo() throws Exception {
        var page = watching();
        pages.changed(TOPIC);
        page.carryOutNext();

        pages.changed(TOPIC);
        page.carryOutNext();

        assertThat(redrawn).hasValue(2);
    }

    @Test
    void whatIsNoLongerShownIsNotTold() throws Exception {
        var page = watching();
        UI.setCurrent(page);
        try {
            pages.changed(TOPIC);
            assertThat(page.waiting).hasSize(1);
            page.waiting.remove().execute();
            page.removeAll();

            pages.changed(TOPIC);
        } finally {
            UI.setCurrent(null);
        }

        assertThat(page.waiting).isEmpty();
    }

    private Busy watching() {
        var page = new Busy();
        var shown = new Div();
        pages.watch(shown, TOPIC, redrawn::incrementAndGet);
        page.add(shown);
        return page;
    }
}
