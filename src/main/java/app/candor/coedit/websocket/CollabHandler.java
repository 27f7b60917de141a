package app.candor.coedit.websocket;

import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.TextRights;
import app.candor.coedit.authority.CoeditSettings;
import app.candor.coedit.authority.OpenTexts;
import app.candor.coedit.authority.Participant;
import app.candor.coedit.authority.Refusal;
import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.StepWire;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Takes what tabs send: checks who may, how much, and whether it is the protocol at all. */
@Component
class CollabHandler extends AbstractWebSocketHandler {
    private static final String TAB = "tab";

    private final OpenTexts texts;
    private final TextRights rights;
    private final Connections connections;
    private final Allowances allowances;
    private final Schema schema;
    private final StepWire wire;
    private final CoeditSettings settings;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Couriers couriers = new Couriers(executor);

    /** A connection and what it is about to say. */
    private record Tab(Connection connection, Incoming incoming) {}

    CollabHandler(
            OpenTexts texts,
            TextRights rights,
            Connections connections,
            Allowances allowances,
            Schema schema,
            StepWire wire,
            CoeditSettings settings) {
        this.texts = texts;
        this.rights = rights;
        this.connections = connections;
        this.allowances = allowances;
        this.schema = schema;
        this.wire = wire;
        this.settings = settings;
    }

    /** Long messages come in parts, or every socket would need a buffer for the longest. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
        var person = (Person) attribute(socket, Handshake.PERSON);
        var text = admission(socket).join();
        if (text.isEmpty()) {
            socket.close(Closing.NO_SUCH_TEXT);
            return;
        }
        var httpSession = (String) attribute(socket, Handshake.HTTP_SESSION);
        var connection =
                new Connection(
                        (SocketSession) socket,
                        text.get(),
                        person,
                        httpSession,
                        couriers,
                        executor);
        socket.getAttributes().put(TAB, new Tab(connection, new Incoming(settings.longestPush())));
        connections.add(connection);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        if (socket.getAttributes().get(TAB) instanceof Tab(var connection, var incoming)) {
            connections.remove(connection);
            if (connection.introduced()) {
                texts.leave(connection.text().id(), connection);
            }
            connection.close(status);
            if (!connections.anyOf(connection.person().id())) {
                allowances.forget(connection.person().id());
            }
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage part) {
        if (!(socket.getAttributes().get(TAB) instanceof Tab(var connection, var incoming))) {
            return;
        }
        incoming.add(part.getPayload());
        if (!part.isLast()) {
            return;
        }
        var permission = rights.of(connection.person(), connection.text());
        if (!permission.mayRead()) {
            connection.close(Closing.NO_LONGER_ALLOWED);
        } else if (incoming.tooLarge()) {
            incoming.clientSeq()
                    .ifPresent(clientSeq ->
                            connection.refused(
                                    clientSeq, Refusal.TOO_LARGE, "This is too much at once"));
            incoming.take();
        } else {
            take(connection, permission, incoming.take());
        }
    }

    private void take(Connection connection, Permission permission, String text) {
        try {
            var allowed = allowances.take(connection.person().id(), text.length());
            switch (Message.parse(text)) {
                case Message.Hello hello -> {
                    if (allowed) {
                        hello(connection, permission, hello);
                    } else {
                        connection.close(CloseStatus.POLICY_VIOLATION);
                    }
                }
                case Message.Push push -> push(connection, permission, push, allowed);
                case Message.Caret(var anchor, var head, var seq) -> {
                    if (allowed && connection.introduced()) {
                        texts.caretAt(connection.text().id(), connection, anchor, head, seq);
                    }
                }
                case Message.NoCaret() -> {
                    if (connection.introduced()) {
                        texts.caretGone(connection.text().id(), connection);
                    }
                }
            }
        } catch (InvalidDocument e) {
            connection.close(Closing.NOT_THE_PROTOCOL);
        }
    }

    private void hello(Connection connection, Permission permission, Message.Hello hello) {
        if (!hello.schemaHash().equals(schema.hash())) {
            connection.close(Closing.SCHEMA_CHANGED);
            return;
        }
        var textId = connection.text().id();
        if (connection.introduced()) {
            texts.leave(textId, connection);
        }
        var person = connection.person();
        connection.introduce(
                Participant.of(hello.clientId(), person.id(), person.name()), permission.mayEdit());
        texts.join(textId, connection, hello.seq());
    }

    private void push(
            Connection connection, Permission permission, Message.Push push, boolean allowed) {
        if (!connection.introduced()) {
            connection.close(Closing.NOT_THE_PROTOCOL);
        } else if (!permission.mayEdit()) {
            connection.refused(push.clientSeq(), Refusal.READ_ONLY, "You can read this text only");
        } else if (!allowed) {
            connection.refused(
                    push.clientSeq(), Refusal.RATE, "This is more than one person can type");
        } else {
            pushSteps(connection, push);
        }
    }

    private void pushSteps(Connection connection, Message.Push push) {
        try {
            texts.push(
                    connection.text().id(),
                    connection,
                    push.clientId(),
                    push.clientSeq(),
                    push.baseSeq(),
                    wire.readAll(push.steps()));
        } catch (InvalidDocument e) {
            connection.refused(
                    push.clientSeq(), Refusal.INVALID, "The edit could not be understood");
        }
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Optional<TextRef>> admission(WebSocketSession socket) {
        return (CompletableFuture<Optional<TextRef>>) attribute(socket, Handshake.ADMISSION);
    }

    private static Object attribute(WebSocketSession socket, String name) {
        @Nullable Object value = socket.getAttributes().get(name);
        return Objects.requireNonNull(value, name);
    }
}
