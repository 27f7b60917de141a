package app.candor.coedit.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser as far as sockets and cookies go. */
final class Browser {
    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;

    Browser(int port) {
        this("://127.0.0.1:" + port, HttpClient.newBuilder());
    }

    private Browser(String address, HttpClient.Builder http) {
        this.address = address;
        this.http = http.cookieHandler(cookies).build();
    }

    /** One that talks to the portal over TLS. */
    static Browser encrypted(int port, SSLContext trusting) {
        return new Browser("s://127.0.0.1:" + port, HttpClient.newBuilder().sslContext(trusting));
    }

    void get(String path) throws IOException, InterruptedException {
        var response =
                http.send(
                        HttpRequest.newBuilder(URI.create(origin() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
    }

    /** What a picture's address answers. */
    HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(origin() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What a script is answered that is not followed to wherever it is sent. */
    HttpResponse<Void> knock(String path) throws IOException, InterruptedException {
        return http.send(
                SocketRehearsal.knock(URI.create(origin() + path)),
                HttpResponse.BodyHandlers.discarding());
    }

    /** What sending bytes answers; no Origin where it is empty. */
    HttpResponse<String> send(String path, byte[] body, String origin)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(origin() + path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The cookies, as a request carries them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    String origin() {
        return "http" + address;
    }

    Socket open(String textId) {
        return open(textId, origin());
    }

    Socket open(String textId, String origin) {
        var socket = new Socket();
        var building = http.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            building.header("Origin", origin);
        }
        building.buildAsync(URI.create("ws" + address + "/collab/" + textId), socket).join();
        return socket;
    }

    /** The HTTP status a refused handshake is answered with. */
    int refusedHandshake(String textId, String origin) {
        try {
            open(textId, origin);
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }

    /** An open socket and what came over it. */
    static final class Socket implements WebSocket.Listener {
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

        void say(String message) {
            socket.join().sendText(message, true).join();
        }

        void hello(String clientId, long seq, String schemaHash) {
            say(
                    "{\"type\":\"hello\",\"clientId\":\"%s\",\"seq\":%d,\"schemaHash\":\"%s\"}"
                            .formatted(clientId, seq, schemaHash));
        }

        void push(String clientId, long clientSeq, long baseSeq, String steps) {
            say(
                    "{\"type\":\"push\",\"clientId\":\"%s\",\"clientSeq\":%d,\"baseSeq\":%d,\"steps\":%s}"
                            .formatted(clientId, clientSeq, baseSeq, steps));
        }

        /** The next message, which has to be of that type. */
        JsonNode next(String type) throws InterruptedException {
            var message = messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null || !message.get("type").asString().equals(type)) {
                throw new AssertionError("Expected " + type + ", got " + message);
            }
            return message;
        }

        int closeCode() {
            return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        }

        boolean isOpen() {
            return !closed.isDone();
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket.complete(opened);
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            while (data.hasRemaining()) {
                parts.write(data.get());
            }
            if (last) {
                messages.add(JsonMapper.shared().readTree(parts.toByteArray()));
                parts.reset();
            }
            webSocket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
