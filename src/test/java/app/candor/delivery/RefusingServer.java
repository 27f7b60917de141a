package app.candor.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that takes a whole message and then refuses it with one reply, or hangs up where
 * the reply is empty.
 */
final class RefusingServer implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger conversations = new AtomicInteger();
    private final String reply;

    RefusingServer(int port, String reply) {
        this.reply = reply;
        try {
            socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int conversations() {
        return conversations.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var peer = socket.accept()) {
                conversations.incrementAndGet();
                talk(peer);
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void talk(Socket peer) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(peer.getInputStream(), StandardCharsets.US_ASCII));
        say(peer, "220 ready");
        var inMessage = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (inMessage) {
                if (!line.equals(".")) {
                    continue;
                }
                inMessage = false;
                if (reply.isEmpty()) {
                    return;
                }
                say(peer, reply);
            } else if (line.equals("DATA")) {
                inMessage = true;
                say(peer, "354 go on");
            } else if (line.equals("QUIT")) {
                say(peer, "221 bye");
                return;
            } else {
                say(peer, "250 ok");
            }
        }
    }

    private static void say(Socket peer, String line) throws IOException {
        peer.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
