package app.candor.coedit.authority;

import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Rebase;
import app.candor.prosemirror.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser tab: follows the text by the commits it is sent, and pushes what was made on the
 * version it has.
 */
final class SimulatedTab implements Attendee {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Participant participant;
    private final AuthorityFixture.PortalNode node;
    private final String textId;
    private final Map<Long, Integer> acknowledged = new LinkedHashMap<>();
    private final Map<Long, Refusal> refusals = new LinkedHashMap<>();
    private final List<String> frames = new ArrayList<>();
    private Node doc = AuthorityFixture.SCHEMA.emptyDocument();
    private long seq = -1;
    private long pushed;
    private boolean interrupted;

    private SimulatedTab(Participant participant, AuthorityFixture.PortalNode node, String textId) {
        this.participant = participant;
        this.node = node;
        this.textId = textId;
    }

    static SimulatedTab open(AuthorityFixture.PortalNode node, String textId, String tab) {
        return open(node, textId, tab, "user-" + tab);
    }

    static SimulatedTab open(
            AuthorityFixture.PortalNode node, String textId, String tab, String user) {
        var opened = new SimulatedTab(Participant.of(tab, user, user), node, textId);
        node.open().join(textId, opened, -1);
        opened.await(() -> opened.seq >= 0 || opened.interrupted);
        return opened;
    }

    /** Sends steps, in the protocol's JSON, made on the version this tab has. */
    long push(String steps) {
        long clientSeq;
        long base;
        synchronized (this) {
            clientSeq = ++pushed;
            base = seq;
        }
        pushAgain(clientSeq, base, steps);
        return clientSeq;
    }

    void pushAgain(long clientSeq, long baseSeq, String steps) {
        node.open().push(textId, this, participant.clientId(), clientSeq, baseSeq, steps(steps));
    }

    static List<Step> steps(String json) {
        return AuthorityFixture.WIRE.readAll(Json.parse(json));
    }

    /** As {@link #push}, and waits until it is acknowledged or refused. */
    void pushAndWait(String steps) {
        long clientSeq = push(steps);
        await(() ->
                acknowledged.containsKey(clientSeq)
                        || refusals.containsKey(clientSeq)
                        || interrupted);
        if (wasInterrupted()) {
            throw new AssertionError(participant.clientId() + " was told to connect again");
        }
    }

    void leave() {
        node.open().leave(textId, this);
    }

    synchronized Node doc() {
        return doc;
    }

    synchronized long seq() {
        return seq;
    }

    synchronized Map<Long, Refusal> refusals() {
        return Map.copyOf(refusals);
    }

    synchronized int acknowledgements(long clientSeq) {
        return acknowledged.getOrDefault(clientSeq, 0);
    }

    synchronized List<String> frames() {
        return List.copyOf(frames);
    }

    synchronized boolean wasInterrupted() {
        return interrupted;
    }

    synchronized void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(
                        participant.clientId() + " waited in vain at version " + seq);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public Participant participant() {
        return participant;
    }

    @Override
    public synchronized void welcome(TextState state) {
        doc = state.doc();
        seq = state.seq();
        notifyAll();
    }

    @Override
    public synchronized void caughtUp(List<Commit> missed, TextState state) {
        missed.forEach(this::take);
        notifyAll();
    }

    @Override
    public synchronized void send(Frame frame) {
        var text = new String(frame.bytes(), StandardCharsets.UTF_8);
        frames.add(text);
        if (frame instanceof Frame.Commits) {
            commitsIn(text).forEach(this::take);
        }
        notifyAll();
    }

    @Override
    public synchronized void refused(long clientSeq, Refusal refusal, String message) {
        refusals.put(clientSeq, refusal);
        frames.add(refusal + ": " + message);
        notifyAll();
    }

    @Override
    public synchronized void interrupted() {
        interrupted = true;
        notifyAll();
    }

    private void take(Commit commit) {
        if (commit.clientId().equals(participant.clientId())) {
            acknowledged.merge(commit.clientSeq(), 1, Integer::sum);
        }
        if (commit.seq() <= seq) {
            return;
        }
        if (commit.seq() != seq + 1) {
            throw new AssertionError("Version " + commit.seq() + " came after " + seq);
        }
        doc = Rebase.apply(doc, commit.steps()).doc();
        seq = commit.seq();
    }

    /** Reads what goes over the wire, not the objects behind it. */
    private static List<Commit> commitsIn(String frame) {
        var commits = new ArrayList<Commit>();
        for (var json : JsonMapper.shared().readTree(frame).get("commits")) {
            var steps = json.get("steps").toString();
            commits.add(
                    new Commit(
                            json.get("seq").asLong(),
                            json.get("clientId").asString(),
                            json.get("clientSeq").asLong(),
                            json.get("userId").asString(),
                            AuthorityFixture.CLOCK.instant(),
                            steps(steps),
                            steps,
                            null));
        }
        return commits;
    }
}
