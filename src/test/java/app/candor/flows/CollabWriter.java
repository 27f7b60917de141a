package app.candor.flows;

import app.candor.prosemirror.Schema;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who writes in a text without a browser, one letter after another at its beginning. Its
 * own commit coming back is the acknowledgement; only then it writes on.
 */
final class CollabWriter implements AutoCloseable, WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final AtomicLong acknowledged = new AtomicLong();
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final WebSocket socket;
    private long seq = -1;
    private long place = 1;
    private long number;
    private boolean waits = true;
    private String refused = "";

    CollabWriter(SignedInClient person, String text, String name) {
        this.name = name;
        socket = person.socket("/collab/" + text, this);
        send(
                Map.of(
                        "type",
                        "hello",
                        "clientId",
                        name,
                        "seq",
                        -1,
                        "schemaHash",
                        Schema.candor().hash()));
    }

    /** Writes a letter, unless the one before is still on its way. */
    synchronized void write() {
        if (waits) {
            return;
        }
        waits = true;
        send(
                Map.of(
                        "type", "push",
                        "clientId", name,
                        "clientSeq", ++number,
                        "baseSeq", seq,
                        "steps", List.of(List.of("i", place, "e"))));
    }

    /** Why the latest letter was not taken, or why the line was closed; empty for neither. */
    synchronized String refused() {
        return refused;
    }

    /** Letters that are stored. */
    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        part.writeBytes(bytes);
        if (last) {
            take(JSON.readValue(part.toString(StandardCharsets.UTF_8), Map.class));
            part.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(
            WebSocket from, int code, String reason) {
        refused = "closed with " + code + " " + reason;
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable why) {
        refused = why.toString();
    }

    private synchronized void take(Map<?, ?> message) {
        switch (String.valueOf(message.get("type"))) {
            case "init" -> {
                seq = number(message.get("seq"));
                place = firstParagraph((Map<?, ?>) message.get("doc"), 0);
                waits = false;
            }
            case "commit" -> {
                for (var commit : (List<?>) message.get("commits")) {
                    committed((Map<?, ?>) commit);
                }
            }
            // A rate is a limit for a person; the same letter goes out under the next number.
            case "reject" -> {
                refused = message.get("code") + ": " + message.get("message");
                waits = false;
            }
            default -> {}
        }
    }

    private void committed(Map<?, ?> commit) {
        seq = Math.max(seq, number(commit.get("seq")));
        if (name.equals(commit.get("clientId")) && number(commit.get("clientSeq")) == number) {
            acknowledged.incrementAndGet();
            waits = false;
        }
    }

    private void send(Map<String, ?> message) {
        socket.sendText(JSON.writeValueAsString(message), true);
    }

    /**
     * Where the words of the first paragraph begin, or 0 if there is none; a template may begin
     * with something that takes no words.
     *
     * @param start the position before the first child
     */
    private static long firstParagraph(@Nullable Map<?, ?> node, long start) {
        var at = start;
        for (var each : children(node)) {
            var child = (Map<?, ?>) each;
            if ("paragraph".equals(child.get("type"))) {
                return at + 1;
            }
            var inside = firstParagraph(child, at + 1);
            if (inside > 0) {
                return inside;
            }
            at += size(child);
        }
        return 0;
    }

    private static long size(Map<?, ?> node) {
        if (node.get("text") instanceof String text) {
            return text.length();
        }
        if (!(node.get("content") instanceof List<?>)) {
            return List.of("heading", "paragraph").contains(node.get("type")) ? 2 : 1;
        }
        return 2 + children(node).stream().mapToLong(each -> size((Map<?, ?>) each)).sum();
    }

    private static List<?> children(@Nullable Map<?, ?> node) {
        return node != null && node.get("content") instanceof List<?> list ? list : List.of();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
