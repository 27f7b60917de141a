package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.candor.coedit.authority.Commit;
import app.candor.coedit.authority.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<Runnable> tasks = new ArrayList<>();
    private final Wire wire = new Wire();
    private final Outbox outbox = new Outbox(wire, tasks::add, 1_000);

    @Test
    void aTabThatKeepsUpGetsEveryMessageByItself() {
        outbox.put(commit(1));
        run();
        outbox.put(commit(2));
        run();

        assertThat(wire.sent).hasSize(2);
    }

    @Test
    void commitsThatPiledUpGoInOneMessageInOrder() {
        outbox.put(commit(1));
        outbox.put(commit(2));
        outbox.put("{\"type\":\"reject\"}");
        outbox.put(commit(3));
        run();

        assertThat(wire.sent).hasSize(3);
        assertThat(wire.sent.get(0)).contains("\"seq\":1", "\"seq\":2");
        assertThat(wire.sent.get(1)).isEqualTo("{\"type\":\"reject\"}");
        assertThat(wire.sent.get(2)).contains("\"seq\":3");
    }

    /** Each of them joined to those before would be written out again and again: for minutes. */
    @Test
    void aTabThatIsTensOfThousandsBehindIsToldInOneMessageAndInBoundedTime() {
        int behind = 40_000;
        var distant = new Outbox(wire, tasks::add, Integer.MAX_VALUE);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (int seq = 1; seq <= behind; seq++) {
                        distant.put(commit(seq));
                    }
                    run();
                });

        assertThat(wire.sent).singleElement().asString().contains("\"seq\":1,", "\"seq\":40000,");
    }

    @Test
    void caretsThatPiledUpGoInOneMessageWithTheirLatestPlace() {
        outbox.put(new Frame.Carets(Map.of("a", "{\"a\":1}", "b", "{\"b\":1}"), Set.of()));
        outbox.put(new Frame.Carets(Map.of("a", "{\"a\":2}"), Set.of("b")));
        outbox.put(new Frame.Carets(Map.of(), Set.of("c")));
        run();

        assertThat(wire.sent)
                .singleElement()
                .asString()
                .contains("{\"a\":2}", "\"b\"", "\"c\"")
                .doesNotContain("{\"a\":1}", "{\"b\":1}");
    }

    @Test
    void onlyOneTaskSendsAtATime() {
        outbox.put(commit(1));
        outbox.put(commit(2));

        assertThat(tasks).hasSize(1);
    }

    @Test
    void aTabThatTakesNothingIsCutOffAndGetsNoMore() {
        for (int seq = 1; seq < 50; seq++) {
            outbox.put(commit(seq));
        }
        run();

        assertThat(wire.slow).isEqualTo(1);
        assertThat(wire.sent).isEmpty();
    }

    @Test
    void aMessageLargerThanTheLimitStillReachesATabThatKeepsUp() {
        outbox.put("x".repeat(5_000));
        run();

        assertThat(wire.sent).hasSize(1);
        assertThat(wire.slow).isZero();
    }

    @Test
    void aBrokenLineIsReportedOnce() {
        wire.fails = true;
        outbox.put(commit(1));
        run();
        outbox.put(commit(2));
        run();

        assertThat(wire.broken).isEqualTo(1);
    }

    private void run() {
        var due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }

    private static Frame.Commits commit(long seq) {
        return new Frame.Commits(
                List.of(new Commit(seq, "tab", seq, "ada", Instant.EPOCH, List.of(), "[]", null)));
    }

    private static final class Wire implements Outbox.Line {
        private final List<String> sent = new ArrayList<>();
        private boolean fails;
        private int slow;
        private int broken;

        @Override
        public void write(Frame message) throws IOException {
            write(message.bytes());
        }

        @Override
        public void write(byte[] message) throws IOException {
            if (fails) {
                throw new IOException("gone");
            }
            sent.add(new String(message, StandardCharsets.UTF_8));
        }

        @Override
        public void tooSlow() {
            slow++;
        }

        @Override
        public void broken() {
            broken++;
        }
    }
}
