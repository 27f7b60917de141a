package app.candor.coedit.websocket;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;

/**
 * A WebSocket on a connection of Tomcat's: tells a handler what comes, and sends.
 *
 * <p>Tomcat reads on one thread at a time. Sending may be done on any, waits until the network has
 * taken it, and fails after {@value #PATIENCE_MILLIS} ms in which it took nothing.
 */
public final class TomcatSocket implements InternalHttpUpgradeHandler, FrameReader.Received {
    private static final long PATIENCE_MILLIS = 20_000;

    /** Once it was told goodbye, a browser that has said nothing for so long is hung up on. */
    private static final long GOODBYE_MILLIS = 10_000;

    private static final int READ_AT_ONCE = 2_048;

    private static final int BINARY = 0x82;
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;

    private final FrameReader reader = new FrameReader(this);
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean saidGoodbye;
    private boolean heardGoodbye;
    private boolean deaf;
    private @Nullable SocketWrapperBase<?> wrapper;
    private @Nullable SocketChannel plain;
    private @Nullable WebSocketHandler handler;
    private @Nullable SocketSession session;

    /** Tomcat makes one for each handshake. */
    public TomcatSocket() {}

    /** Before Tomcat hands the connection over. */
    void serve(WebSocketHandler by, SocketSession as) {
        handler = by;
        session = as;
        as.initializeNativeSession(this);
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> connection) {
        connection.setWriteTimeout(PATIENCE_MILLIS);
        wrapper = connection;
        if (connection.getSocket() instanceof NioChannel channel
                && channel.getClass() == NioChannel.class) {
            plain = channel.getIOChannel();
        }
    }

    @Override
    public void init(WebConnection connection) {
        try {
            handler().afterConnectionEstablished(session());
        } catch (Exception e) {
            close(CloseStatus.SERVER_ERROR);
        }
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        return switch (event) {
            case OPEN_READ -> readAll();
            case OPEN_WRITE -> SocketState.UPGRADED;
            case STOP -> {
                close(CloseStatus.GOING_AWAY);
                yield SocketState.CLOSED;
            }
            case TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> gone();
        };
    }

    /** What can be read without waiting. */
    private SocketState readAll() {
        var bytes = ByteBuffer.allocate(READ_AT_ONCE);
        try {
            while (!heardGoodbye) {
                bytes.clear();
                int read = wrapper().read(false, bytes);
                if (read <= 0) {
                    return read == 0 ? SocketState.UPGRADED : gone();
                }
                bytes.flip();
                if (!deaf) {
                    understand(bytes);
                }
            }
            return SocketState.CLOSED;
        } catch (IOException e) {
            return gone();
        }
    }

    /** After nonsense, it is only waited for the browser to hang up, or it would not hear why. */
    private void understand(ByteBuffer bytes) {
        try {
            reader.read(bytes);
        } catch (FrameReader.Violation e) {
            deaf = true;
            close(new CloseStatus(e.code(), e.getMessage()));
        }
    }

    @Override
    public void text(String part, boolean last) {
        if (over.get()) {
            return;
        }
        try {
            handler().handleMessage(session(), new TextMessage(part, last));
        } catch (Exception e) {
            close(CloseStatus.SERVER_ERROR);
        }
    }

    @Override
    public void ping(byte[] payload) {
        try {
            send(PONG, ByteBuffer.wrap(payload));
        } catch (IOException e) {
            gone();
        }
    }

    @Override
    public void close(int code) {
        heardGoodbye = true;
        close(new CloseStatus(code));
    }

    void sendText(ByteBuffer utf8) throws IOException {
        send(TEXT, utf8);
    }

    void sendBinary(ByteBuffer message) throws IOException {
        send(BINARY, message);
    }

    void sendPing(ByteBuffer payload) throws IOException {
        send(PING, payload);
    }

    void sendPong(ByteBuffer payload) throws IOException {
        send(PONG, payload);
    }

    private void send(int frame, ByteBuffer payload) throws IOException {
        var message = new byte[payload.remaining()];
        payload.get(message);
        write(packed(frame, message));
    }

    /** A binary message as it goes over the wire to anybody. */
    static byte[] packed(byte[] message) {
        return packed(BINARY, message);
    }

    /** One frame is one message (RFC 6455, section 5.2); the server does not mask. */
    private static byte[] packed(int frame, byte[] payload) {
        int length = payload.length;
        var bytes = ByteBuffer.allocate(length + (length < 126 ? 2 : length < 1 << 16 ? 4 : 10));
        bytes.put((byte) frame);
        if (length < 126) {
            bytes.put((byte) length);
        } else if (length < 1 << 16) {
            bytes.put((byte) 126).putShort((short) length);
        } else {
            bytes.put((byte) 127).putLong(length);
        }
        return bytes.put(payload).array();
    }

    /**
     * @param packed never changed, so that any number of sockets can send the same
     */
    void write(byte[] packed) throws IOException {
        sending.lock();
        try {
            if (saidGoodbye) {
                throw new ClosedChannelException();
            }
            writeNow(packed);
        } finally {
            sending.unlock();
        }
    }

    /**
     * Past Tomcat's buffer for what the network takes at once, which is nearly always all; Tomcat
     * waits for the rest, and for a connection that encrypts.
     */
    private void writeNow(byte[] packed) throws IOException {
        var bytes = ByteBuffer.wrap(packed);
        if (plain != null) {
            plain.write(bytes);
        }
        if (bytes.hasRemaining()) {
            wrapper().write(true, bytes);
            wrapper().flush(true);
        }
    }

    boolean isOpen() {
        return !saidGoodbye && !over.get();
    }

    /** Says goodbye, unless that was done; the handler is told once. */
    void close(CloseStatus why) {
        sending.lock();
        try {
            if (!saidGoodbye) {
                saidGoodbye = true;
                sayGoodbye(why);
            }
        } catch (IOException e) {
            wrapper().close();
        } finally {
            sending.unlock();
            end(why);
        }
    }

    private void sayGoodbye(CloseStatus why) throws IOException {
        var connection = wrapper();
        switch (why.getCode()) {
            case 1006, 1015 -> connection.close();
            case FrameReader.NO_CODE -> writeNow(packed(CLOSE, new byte[0]));
            default -> {
                var reason = Objects.requireNonNullElse(why.getReason(), "");
                var payload = reason.getBytes(StandardCharsets.UTF_8);
                var message = ByteBuffer.allocate(2 + payload.length);
                message.putShort((short) why.getCode()).put(payload);
                writeNow(packed(CLOSE, message.array()));
            }
        }
        connection.setReadTimeout(GOODBYE_MILLIS);
    }

    /** The browser is not there any more. */
    private SocketState gone() {
        saidGoodbye = true;
        end(CloseStatus.NO_CLOSE_FRAME);
        return SocketState.CLOSED;
    }

    private void end(CloseStatus why) {
        if (over.compareAndSet(false, true)) {
            try {
                handler().afterConnectionClosed(session(), why);
            } catch (Exception e) {
                // Whoever handles it has said so already.
            }
        }
    }

    @Override
    public void destroy() {
        gone();
    }

    @Override
    public void pause() {}

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void setSslSupport(SSLSupport ssl) {}

    private SocketWrapperBase<?> wrapper() {
        return Objects.requireNonNull(wrapper);
    }

    private WebSocketHandler handler() {
        return Objects.requireNonNull(handler);
    }

    private SocketSession session() {
        return Objects.requireNonNull(session);
    }
}
