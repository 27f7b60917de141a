package app.candor.coedit.authority;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.OracleProcess;
import app.candor.prosemirror.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Twenty people on the published prosemirror-collab, 20 to 150 ms away from this authority, doing
 * everything an editor can do.
 */
@Tag("oracle")
class NetworkTest {
    private static final int EDITORS = 20;
    private static final int EDITS = Boolean.getBoolean("candor.long") ? 20_000 : 600;

    private final AuthorityFixture fixture = new AuthorityFixture();
    private final AuthorityFixture.PortalNode node = fixture.node();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Attendee network = new Network();
    private String text = "";

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void onAGoodNetworkEditsAreConfirmedWithinHalfASecondAndAllTextsAreOne() throws Exception {
        var result = run(0);

        converged(result);
        assertThat(number(result, "p95")).isLessThanOrEqualTo(500);
    }

    @Test
    void whereEveryTwentiethMessageTakesItsConnectionWithItAllTextsStillBecomeOne()
            throws Exception {
        var result = run(0.05);

        converged(result);
        assertThat(number(result, "broken")).isGreaterThan(EDITORS);
        assertThat(number(result, "resent")).isPositive();
    }

    private static void converged(Map<String, @Nullable Object> result) {
        assertThat(result.get("apart")).isEqualTo(List.of());
        assertThat(result.get("waiting")).isEqualTo(List.of());
        assertThat(result.get("nacks")).isEqualTo(List.of());
        assertThat(number(result, "gaveUp")).isLessThanOrEqualTo(EDITS / 200);
    }

    private static long number(Map<String, @Nullable Object> result, String name) {
        return ((Number) Objects.requireNonNull(result.get(name))).longValue();
    }

    private Map<String, @Nullable Object> run(double drops) throws Exception {
        long seed = Long.getLong("candor.seed", System.nanoTime() & 0x7fffffff);
        System.out.println("Network seed " + seed + ", drops " + drops);
        try (var oracle =
                OracleProcess.start(
                        "network.mjs",
                        "../editor/schema.json",
                        Long.toString(seed),
                        Integer.toString(EDITORS),
                        Integer.toString(EDITS),
                        Double.toString(drops))) {
            for (var request = oracle.next(); ; request = oracle.next()) {
                if (request.containsKey("done")) {
                    System.out.println("Network: " + Json.print(request));
                    return request;
                }
                oracle.answer(answer(request));
            }
        }
    }

    private String answer(Map<String, @Nullable Object> request) throws InterruptedException {
        if (request.get("create") instanceof Object doc) {
            text = AuthorityFixture.aText(node, Node.fromJson(AuthorityFixture.SCHEMA, doc));
            node.open().join(text, network, 0);
            return "{}";
        }
        if (request.get("push") instanceof Map<?, ?> push) {
            node.open()
                    .push(
                            text,
                            network,
                            (String) push.get("clientId"),
                            (Long) push.get("clientSeq"),
                            (Long) push.get("baseSeq"),
                            AuthorityFixture.WIRE.readAll(push.get("steps")));
            var answer = answers.poll(20, TimeUnit.SECONDS);
            assertThat(answer).as("an answer to a push").isNotNull();
            return answer;
        }
        var now = node.texts().current(text);
        return "{\"seq\":" + now.seq() + ",\"doc\":" + Json.print(now.doc().toJson()) + "}";
    }

    /**
     * Hears what the authority says to everybody; who hears it when is decided on the other side.
     */
    private final class Network implements Attendee {
        private final Participant participant = Participant.of("network", "ada", "Ada");

        @Override
        public Participant participant() {
            return participant;
        }

        @Override
        public void welcome(TextState state) {
            throw new AssertionError("Joined with a copy");
        }

        @Override
        public void caughtUp(List<Commit> missed, TextState state) {}

        @Override
        public void send(Frame frame) {
            if (frame instanceof Frame.Commits commits) {
                answers.add(full(commits));
            }
        }

        /** With steps as prosemirror-transform prints them. */
        private String full(Frame.Commits frame) {
            var commits = new ArrayList<Map<String, @Nullable Object>>();
            if (Json.parse(new String(frame.bytes(), StandardCharsets.UTF_8))
                            instanceof Map<?, ?> message
                    && message.get("commits") instanceof List<?> sent) {
                for (var one : sent) {
                    commits.add(full((Map<?, ?>) one));
                }
            }
            return Json.print(Map.of("commits", commits));
        }

        private Map<String, @Nullable Object> full(Map<?, ?> commit) {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            commit.forEach((name, value) -> fields.put((String) name, value));
            var steps = AuthorityFixture.WIRE.readAll(commit.get("steps"));
            fields.put("steps", steps.stream().map(Step::toJson).toList());
            return fields;
        }

        @Override
        public void refused(long clientSeq, Refusal refusal, String message) {
            answers.add("{\"reject\":\"" + refusal.code() + ": " + message + "\"}");
        }

        @Override
        public void interrupted() {
            answers.add("{\"reject\":\"interrupted\"}");
        }
    }
}
