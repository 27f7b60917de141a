package app.candor.coedit.websocket;

import app.candor.access.Person;
import app.candor.coedit.TextRef;
import app.candor.coedit.authority.Attendee;
import app.candor.coedit.authority.Commit;
import app.candor.coedit.authority.Frame;
import app.candor.coedit.authority.Participant;
import app.candor.coedit.authority.Refusal;
import app.candor.coedit.authority.TextState;
import app.candor.prosemirror.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/** One tab's socket on one text. */
final class Connection implements Attendee, Outbox.Line {
    /** About a hundred times what a text of some pages needs to be sent whole. */
    private static final int MOST_WAITING = 4_000_000;

    private final SocketSession socket;
    private final TextRef text;
    private final Outbox outbox;
    private final Executor executor;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile Person person;
    private volatile String httpSession;
    private volatile boolean mayEdit;
    private volatile @Nullable Participant participant;

    Connection(
            SocketSession socket,
            TextRef text,
            Person person,
            String httpSession,
            Executor couriers,
            Executor executor) {
        this.socket = socket;
        this.text = text;
        this.person = person;
        this.httpSession = httpSession;
        this.executor = executor;
        this.outbox = new Outbox(this, couriers, MOST_WAITING);
    }

    TextRef text() {
        return text;
    }

    Person person() {
        return person;
    }

    /** The same person as they are known by now. */
    void nowKnownAs(Person latest) {
        person = latest;
    }

    String httpSession() {
        return httpSession;
    }

    void follow(String newHttpSession) {
        httpSession = newHttpSession;
    }

    boolean introduced() {
        return participant != null;
    }

    void introduce(Participant as, boolean canEdit) {
        participant = as;
        mayEdit = canEdit;
    }

    @Override
    public Participant participant() {
        var known = participant;
        if (known == null) {
            throw new IllegalStateException("The tab has not said hello");
        }
        return known;
    }

    @Override
    public void welcome(TextState state) {
        outbox.put("{\"type\":\"init\",\"doc\":" + state.docJson() + "," + standing(state) + "}");
    }

    @Override
    public void caughtUp(List<Commit> missed, TextState state) {
        outbox.put(
                missed.stream()
                        .map(Commit::json)
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"type\":\"commits\",\"commits\":[",
                                        "]," + standing(state) + "}")));
    }

    private String standing(TextState state) {
        return "\"seq\":"
                + state.seq()
                + ",\"locked\":"
                + state.locked()
                + ",\"reason\":"
                + Json.print(state.lockReason())
                + ",\"mayEdit\":"
                + mayEdit
                + ",\"you\":"
                + participant().you();
    }

    @Override
    public void send(Frame frame) {
        outbox.put(frame);
    }

    @Override
    public void refused(long clientSeq, Refusal refusal, String message) {
        outbox.put(
                "{\"type\":\"reject\",\"clientSeq\":"
                        + clientSeq
                        + ",\"code\":\""
                        + refusal.code()
                        + "\",\"message\":"
                        + Json.print(message)
                        + "}");
    }

    @Override
    public void interrupted() {
        close(Closing.CONNECT_AGAIN);
    }

    @Override
    public void write(byte[] message) throws IOException {
        socket.getNativeSession().write(TomcatSocket.packed(message));
    }

    @Override
    public void write(Frame message) throws IOException {
        socket.getNativeSession().write(message.packed(TomcatSocket::packed));
    }

    @Override
    public void tooSlow() {
        close(Closing.TOO_SLOW);
    }

    @Override
    public void broken() {
        close(CloseStatus.SESSION_NOT_RELIABLE);
    }

    /**
     * Does not wait: saying goodbye to a tab that takes nothing can take a while.
     *
     * @return done when the tab was told
     */
    CompletableFuture<Void> close(CloseStatus why) {
        outbox.close();
        if (!closing.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(() -> sayGoodbye(why), executor);
    }

    private void sayGoodbye(CloseStatus why) {
        try {
            socket.close(why);
        } catch (IOException | RuntimeException e) {
            // It is gone already.
        }
    }
}
