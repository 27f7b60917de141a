package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.prosemirror.Schema;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What no browser does, and what browsers do of themselves, byte by byte. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "candor.data=target/test-data/raw-socket",
            "candor.tests.sign-in=true",
            "candor.sign-in.issuer=https://identity.example"
        })
@Import({SignInForTests.class, CollabTest.Notes.class})
class RawSocketTest {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String HELLO =
            "{\"type\":\"hello\",\"clientId\":\"raw\",\"seq\":-1,\"schemaHash\":\"%s\"}"
                    .formatted(Schema.candor().hash());

    @LocalServerPort private int port;
    @Autowired private Texts texts;
    @Autowired private CollabTest.Grants grants;
    @Autowired private Connections connections;

    private String person;
    private String text;
    private Socket line;
    private DataInputStream in;

    private record Frame(int head, byte[] payload) {
        String words() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int code() {
            return Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
        }
    }

    @BeforeEach
    void aText() throws IOException {
        person = "raw-" + UUID.randomUUID();
        text = UUID.randomUUID().toString();
        texts.create(new TextRef(text, "note", "n-1"));
        line = new Socket("127.0.0.1", port);
        line.setSoTimeout(Math.toIntExact(Duration.ofSeconds(10).toMillis()));
        in = new DataInputStream(line.getInputStream());
    }

    @AfterEach
    void hangUp() throws IOException {
        line.close();
    }

    @Test
    void theHandshakeProvesThatItWasUnderstood() throws Exception {
        write(handshake(KEY));

        assertThat(answer())
                .startsWith("HTTP/1.1 101")
                .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                .doesNotContain("Sec-WebSocket-Extensions");
    }

    @Test
    void aKeyThatIsNoneIsRefused() throws Exception {
        write(handshake("bm90IHNpeHRlZW4="));
        assertThat(answer()).startsWith("HTTP/1.1 400");
    }

    @Test
    void whatComesWithTheHandshakeIsRead() throws Exception {
        var together = new ByteArrayOutputStream();
        together.write(handshake(KEY));
        together.write(masked(0x81, HELLO));

        write(together.toByteArray());

        answer();
        var init = frame();
        assertThat(init.head()).isEqualTo(0x82);
        assertThat(init.words()).startsWith("{\"type\":\"init\"");
    }

    @Test
    void aTextOfAnyLengthArrivesWhole() throws Exception {
        for (int length : new int[] {1, 60_000, 200_000}) {
            var words = "x".repeat(length);
            var id = UUID.randomUUID().toString();
            var doc =
                    "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}"
                            .formatted(words);
            texts.create(new TextRef(id, "note", "n-1"), Schema.candor().readDocument(doc));
            grants.byPerson.put(person, Permission.EDIT);
            var browser = new Browser(port);
            browser.get("/for-tests/sign-in/" + person);

            var socket = browser.open(id);
            socket.hello("tab", -1, Schema.candor().hash());

            assertThat(socket.next("init").get("doc").toString()).contains(words);
        }
    }

    @Test
    void aPingIsAnsweredWithWhatItSaid() throws Exception {
        connect();
        write(masked(0x89, "still there?"));

        var pong = frame();
        assertThat(pong.head()).isEqualTo(0x8a);
        assertThat(pong.words()).isEqualTo("still there?");
    }

    @Test
    void aGoodbyeIsAnsweredAndThenTheLineIsClosed() throws Exception {
        connect();
        write(masked(0x88, ByteBuffer.allocate(2).putShort((short) 1001).array()));

        var goodbye = frame();
        assertThat(goodbye.head()).isEqualTo(0x88);
        assertThat(goodbye.code()).isEqualTo(1001);
        assertThat(in.read()).isEqualTo(-1);
        await(() -> !connections.anyOf(person));
    }

    @Test
    void nonsenseIsToldWhyItIsClosedThoughMoreOfItComes() throws Exception {
        connect();
        write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        write(new byte[3_000]);

        var goodbye = frame();
        assertThat(goodbye.head()).isEqualTo(0x88);
        assertThat(goodbye.code()).isEqualTo(1002);
        await(() -> !connections.anyOf(person));
    }

    @Test
    void aTabThatVanishesIsForgotten() throws Exception {
        connect();
        write(Arrays.copyOf(masked(0x81, HELLO), 20));

        line.setSoLinger(true, 0);
        line.close();

        await(() -> !connections.anyOf(person));
    }

    private void connect() throws Exception {
        write(handshake(KEY));
        assertThat(answer()).startsWith("HTTP/1.1 101");
        await(() -> connections.anyOf(person));
    }

    private byte[] handshake(String key) throws Exception {
        grants.byPerson.put(person, Permission.EDIT);
        var browser = new Browser(port);
        browser.get("/for-tests/sign-in/" + person);
        return """
        GET /collab/%s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Origin: %s\r
        Cookie: %s\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Extensions: permessage-deflate\r
        Sec-WebSocket-Key: %s\r
        \r
        """
                .formatted(text, port, browser.origin(), browser.cookies(), key)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] masked(int head, String payload) {
        return masked(head, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] masked(int head, byte[] payload) {
        return FrameReaderTest.frame(head, payload).array();
    }

    private void write(byte[] bytes) throws IOException {
        line.getOutputStream().write(bytes);
    }

    /** The head of what answers the handshake. */
    private String answer() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private Frame frame() throws IOException {
        int head = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        assertThat(length).as("a server does not mask").isLessThan(128);
        long size =
                switch (length) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> in.readLong();
                    default -> length;
                };
        return new Frame(head, in.readNBytes(Math.toIntExact(size)));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
