package app.candor.coedit.websocket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.adapter.AbstractWebSocketSession;

/** A socket as Spring's handlers know one, and the handshake it came from. */
final class SocketSession extends AbstractWebSocketSession<TomcatSocket> {
    private final String id = idGenerator.generateId().toString();
    private final URI uri;
    private final HttpHeaders headers;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final @Nullable Principal principal;

    SocketSession(
            ServerHttpRequest request,
            @Nullable Principal principal,
            Map<String, Object> attributes) {
        super(attributes);
        this.uri = request.getURI();
        this.headers = HttpHeaders.copyOf(request.getHeaders());
        this.local = request.getLocalAddress();
        this.remote = request.getRemoteAddress();
        this.principal = principal;
    }

    @Override
    protected void sendTextMessage(TextMessage message) throws IOException {
        getNativeSession().sendText(ByteBuffer.wrap(message.asBytes()));
    }

    @Override
    protected void sendBinaryMessage(BinaryMessage message) throws IOException {
        getNativeSession().sendBinary(message.getPayload());
    }

    @Override
    protected void sendPingMessage(PingMessage message) throws IOException {
        getNativeSession().sendPing(message.getPayload());
    }

    @Override
    protected void sendPongMessage(PongMessage message) throws IOException {
        getNativeSession().sendPong(message.getPayload());
    }

    @Override
    protected void closeInternal(CloseStatus why) {
        getNativeSession().close(why);
    }

    @Override
    public boolean isOpen() {
        return getNativeSession().isOpen();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public HttpHeaders getHandshakeHeaders() {
        return headers;
    }

    @Override
    public @Nullable Principal getPrincipal() {
        return principal;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return local;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return remote;
    }

    @Override
    public @Nullable String getAcceptedProtocol() {
        return null;
    }

    @Override
    public List<WebSocketExtension> getExtensions() {
        return List.of();
    }

    /** Messages come in parts, however long they are. */
    @Override
    public void setTextMessageSizeLimit(int limit) {}

    @Override
    public int getTextMessageSizeLimit() {
        return Integer.MAX_VALUE;
    }

    /** None are taken. */
    @Override
    public void setBinaryMessageSizeLimit(int limit) {}

    @Override
    public int getBinaryMessageSizeLimit() {
        return 0;
    }
}
