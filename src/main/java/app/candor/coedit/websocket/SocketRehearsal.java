package app.candor.coedit.websocket;

import app.candor.coedit.TextRef;
import app.candor.coedit.TextRights;
import app.candor.coedit.authority.OpenTexts;
import app.candor.coedit.authority.Rehearsal;
import app.candor.prosemirror.Schema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens sockets to this very portal, says hello and types a letter, as a tab does.
 *
 * <p>Its own sockets come past the sign-in, so it also knocks where people come in, and is sent
 * away.
 */
@Component
class SocketRehearsal implements Rehearsal {
    private static final int TIMES = 300;

    /** Looking at others' texts is the smaller part of the way. */
    private static final int LOOK_EVERY = 10;

    private static final int PATIENCE_SECONDS = 10;
    private static final Pattern ANSWER = Pattern.compile("\\{\"type\":\"(init|commit)\"");

    private final OpenTexts texts;
    private final TextRights rights;
    private final RehearsedPerson nobody;
    private final Schema schema;
    private volatile int port;

    SocketRehearsal(OpenTexts texts, TextRights rights, RehearsedPerson nobody, Schema schema) {
        this.texts = texts;
        this.rights = rights;
        this.nobody = nobody;
        this.schema = schema;
    }

    @EventListener
    void on(WebServerInitializedEvent listening) {
        port = listening.getWebServer().getPort();
    }

    @Override
    public int on(TextRef own, List<TextRef> others, long end) {
        int times = 0;
        nobody.enter(own.id());
        try (var client = HttpClient.newHttpClient()) {
            while (times < TIMES && System.nanoTime() < end) {
                if (times % LOOK_EVERY == 0) {
                    lookAt(others);
                }
                knock(client);
                openAndType(client, own.id(), times++);
            }
        } finally {
            nobody.leave();
        }
        return times;
    }

    /** What a stranger's socket is asked before it is told that there is no such text. */
    private void lookAt(List<TextRef> others) {
        for (var text : others) {
            texts.find(text.id()).ifPresent(found -> rights.of(nobody.person(), found.ref()));
        }
    }

    private void knock(HttpClient client) {
        var door = URI.create("http://127.0.0.1:" + port + "/collab/closed");
        client.sendAsync(knock(door), HttpResponse.BodyHandlers.discarding()).join();
    }

    /** As a script asks, for which no session is begun to remember where it wanted to go. */
    static HttpRequest knock(URI door) {
        return HttpRequest.newBuilder(door)
                .header("X-Requested-With", "XMLHttpRequest")
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
    }

    private void openAndType(HttpClient client, String textId, int time) {
        var host = "127.0.0.1:" + port;
        var tab = new Tab();
        var socket =
                client.newWebSocketBuilder()
                        .header("Origin", "http://" + host)
                        .buildAsync(URI.create("ws://" + host + "/collab/" + textId), tab)
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
        try {
            var clientId = Rehearsal.KIND + time;
            say(
                    socket,
                    "{\"type\":\"hello\",\"clientId\":\"%s\",\"seq\":-1,\"schemaHash\":\"%s\"}"
                            .formatted(clientId, schema.hash()));
            tab.awaitAnswer();
            say(
                    socket,
                    "{\"type\":\"push\",\"clientId\":\"%s\",\"clientSeq\":1,\"baseSeq\":0,\"steps\":[[\"i\",1,\"a\"]]}"
                            .formatted(clientId));
            tab.awaitAnswer();
        } finally {
            socket.abort();
        }
    }

    private static void say(WebSocket socket, String message) {
        socket.sendText(message, true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /**
     * Told once for the text and once for its own letter, which is stored then; what is said of
     * other tabs is no answer. That the socket is closed is one.
     */
    private static final class Tab implements WebSocket.Listener {
        private final Semaphore told = new Semaphore(0);
        private final StringBuilder message = new StringBuilder();

        void awaitAnswer() {
            try {
                if (told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("The portal did not answer its own socket");
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket socket, ByteBuffer part, boolean last) {
            socket.request(1);
            message.append(StandardCharsets.ISO_8859_1.decode(part));
            if (last) {
                if (ANSWER.matcher(message).lookingAt()) {
                    told.release();
                }
                message.setLength(0);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            told.release();
            return null;
        }
    }
}
