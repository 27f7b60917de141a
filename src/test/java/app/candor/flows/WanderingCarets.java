package app.candor.flows;

import app.candor.demo.DemoPerson;
import app.candor.prosemirror.Schema;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tabs of several people in one text, without a browser: each moves its caret by three positions,
 * ten times a second, in sections of its own.
 */
final class WanderingCarets implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<DemoPerson> PEOPLE =
            List.of(
                    DemoPerson.COMMANDER2,
                    DemoPerson.ENGINEER,
                    DemoPerson.ENGINEER2,
                    DemoPerson.WRITER,
                    DemoPerson.LEGAL);

    /** Positions between one caret and the next. */
    private static final int APART = 20_000;

    private final List<WebSocket> sockets = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile long seq;
    private volatile String failure = "";
    private int moved;

    WanderingCarets(PortalProcess portal, String text, int count) throws Exception {
        var people = new ArrayList<SignedInClient>();
        for (var person : PEOPLE) {
            people.add(SignedInClient.of(portal, person.userName()));
        }
        for (var each = 0; each < count; each++) {
            var socket =
                    people.get(each % people.size()).socket("/collab/" + text, new Ear(each == 0));
            sockets.add(socket);
            send(
                    socket,
                    Map.of(
                            "type",
                            "hello",
                            "clientId",
                            "wandering-" + each,
                            "seq",
                            -1,
                            "schemaHash",
                            Schema.candor().hash()));
        }
        clock.scheduleAtFixedRate(this::move, 500, 100, TimeUnit.MILLISECONDS);
    }

    /** Why a line was closed; empty while all stand. */
    String failure() {
        return failure;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        sockets.forEach(WebSocket::abort);
    }

    private void move() {
        moved += 3;
        for (var each = 0; each < sockets.size(); each++) {
            var at = 50 + each * APART + moved;
            var caret = new LinkedHashMap<String, Object>();
            caret.put("type", "presence");
            caret.put("anchor", at);
            caret.put("head", at);
            caret.put("seq", seq);
            send(sockets.get(each), caret);
        }
    }

    private static void send(WebSocket socket, Map<String, ?> message) {
        var unused = socket.sendText(JSON.writeValueAsString(message), true);
    }

    /** All of them hear the same, so one listens for all. */
    private final class Ear implements WebSocket.Listener {
        private final boolean listens;
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();

        Ear(boolean listens) {
            this.listens = listens;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer data, boolean last) {
            if (listens) {
                var bytes = new byte[data.remaining()];
                data.get(bytes);
                part.writeBytes(bytes);
                if (last) {
                    hear(JSON.readValue(part.toString(StandardCharsets.UTF_8), Map.class));
                    part.reset();
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            failure = "A caret's line was closed with " + code + " " + reason;
            return null;
        }

        private void hear(Map<?, ?> told) {
            if (told.get("seq") instanceof Number number) {
                seq = Math.max(seq, number.longValue());
            }
            if (told.get("commits") instanceof List<?> commits) {
                for (var commit : commits) {
                    if (((Map<?, ?>) commit).get("seq") instanceof Number number) {
                        seq = Math.max(seq, number.longValue());
                    }
                }
            }
        }
    }
}
