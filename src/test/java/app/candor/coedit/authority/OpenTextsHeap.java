package app.candor.coedit.authority;

import app.candor.coedit.TextRef;
import app.candor.prosemirror.Node;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Prints how much heap 1,000 open texts of 20 KB hold, each with a tab that has it open. */
public final class OpenTextsHeap {
    private static final int TEXTS = 1_000;
    private static final int CHARACTERS = 20_000;

    private OpenTextsHeap() {}

    public static void main(String[] arguments) throws Exception {
        try (var fixture = new AuthorityFixture()) {
            var node = fixture.node(CoeditSettings.standard());
            for (int i = 0; i < TEXTS; i++) {
                node.texts().create(new TextRef("text" + i, "incident", "i-1"), words(i));
            }
            long before = used();
            var welcomed = new CountDownLatch(TEXTS);
            for (int i = 0; i < TEXTS; i++) {
                node.open().join("text" + i, new Reader("tab" + i, welcomed), -1);
            }
            if (!welcomed.await(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not all texts opened");
            }
            System.out.println(
                    "{\"texts\":%d,\"megabytes\":%.1f}"
                            .formatted(node.open().inMemory(), (used() - before) / 1e6));
        }
        System.exit(0);
    }

    private static Node words(int seed) {
        var json = new StringBuilder("{\"type\":\"doc\",\"content\":[");
        for (int written = 0; written < CHARACTERS; ) {
            var words = ("sentence " + seed + " of paragraph " + written + " ").repeat(8);
            json.append(written == 0 ? "" : ",")
                    .append("{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"")
                    .append(words)
                    .append("\"}]}");
            written += words.length();
        }
        return AuthorityFixture.SCHEMA.readDocument(json.append("]}").toString());
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Keeps nothing of what it is told. */
    private record Reader(String clientId, CountDownLatch welcomed) implements Attendee {
        @Override
        public Participant participant() {
            return Participant.of(clientId, "ada", "Ada");
        }

        @Override
        public void welcome(TextState state) {
            state.docJson();
            welcomed.countDown();
        }

        @Override
        public void caughtUp(List<Commit> missed, TextState state) {}

        @Override
        public void send(Frame frame) {}

        @Override
        public void refused(long clientSeq, Refusal refusal, String message) {}

        @Override
        public void interrupted() {}
    }
}
