package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, sections 5 and 7.4. */
class FrameReaderTest {
    private static final int CONTINUED = 0x00;
    private static final int LAST_CONTINUED = 0x80;
    private static final int TEXT_BEGUN = 0x01;
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;

    private final Heard heard = new Heard();
    private final FrameReader reader = new FrameReader(heard);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 200_000})
    void aMessageOfAnyLengthIsRead(int length) throws Exception {
        var message = "é".repeat(length / 2) + "x".repeat(length % 2);

        reader.read(frame(TEXT, message));
        reader.read(frame(TEXT, "next"));

        assertThat(heard.messages).containsExactly(message, "next");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1000})
    void howTheNetworkCutsItDoesNotMatter(int size) throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write(frame(TEXT, "Grüße, 世界 🚀").array());
        bytes.write(frame(PING, "still there?").array());
        bytes.write(frame(TEXT_BEGUN, "one ").array());
        bytes.write(frame(LAST_CONTINUED, "two").array());

        feed(bytes.toByteArray(), size);

        assertThat(heard.messages).containsExactly("Grüße, 世界 🚀", "one two");
        assertThat(heard.pings).containsExactly("still there?");
    }

    @Test
    void aCharacterMayBeCutBetweenTwoFrames() throws Exception {
        var rocket = "🚀".getBytes(StandardCharsets.UTF_8);

        reader.read(frame(TEXT_BEGUN, new byte[] {rocket[0]}));
        reader.read(frame(CONTINUED, new byte[] {rocket[1], rocket[2]}));
        reader.read(frame(LAST_CONTINUED, new byte[] {rocket[3]}));

        assertThat(heard.messages).containsExactly("🚀");
    }

    @Test
    void aPingInTheMiddleOfAMessageIsHeardAtOnce() throws Exception {
        reader.read(frame(TEXT_BEGUN, "one "));
        reader.read(frame(PING, "p"));
        reader.read(frame(PONG, "unasked"));
        assertThat(heard.pings).containsExactly("p");
        assertThat(heard.messages).isEmpty();

        reader.read(frame(LAST_CONTINUED, "two"));
        assertThat(heard.messages).containsExactly("one two");
    }

    @Test
    void nothingIsReadAfterTheGoodbye() throws Exception {
        reader.read(frame(CLOSE, closing(1001, "leaving")));
        reader.read(frame(TEXT, "one more thing"));

        assertThat(heard.closes).containsExactly(1001);
        assertThat(heard.messages).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1003, 1007, 1011, 1014, 3000, 4401, 4999})
    void aGoodbyeCarriesItsCode(int code) throws Exception {
        reader.read(frame(CLOSE, closing(code, "")));
        assertThat(heard.closes).containsExactly(code);
    }

    @Test
    void aGoodbyeNeedsNoCode() throws Exception {
        reader.read(frame(CLOSE, ""));
        assertThat(heard.closes).containsExactly(FrameReader.NO_CODE);
    }

    static List<Arguments> violations() {
        return List.of(
                Arguments.of("an extension's bit", 1002, frame(TEXT | 0x40, "x")),
                Arguments.of(
                        "no mask",
                        1002,
                        ByteBuffer.wrap(new byte[] {(byte) TEXT, 1, 'x', 0, 0, 0, 0})),
                Arguments.of("an unknown frame", 1002, frame(0x83, "x")),
                Arguments.of("an unknown control frame", 1002, frame(0x8b, "x")),
                Arguments.of("a continuation of nothing", 1002, frame(LAST_CONTINUED, "x")),
                Arguments.of(
                        "a message within a message",
                        1002,
                        both(frame(TEXT_BEGUN, "x"), frame(TEXT, "y"))),
                Arguments.of("a ping in parts", 1002, frame(0x09, "x")),
                Arguments.of("a long ping", 1002, frame(PING, "x".repeat(126))),
                Arguments.of(
                        "a negative length",
                        1002,
                        ByteBuffer.wrap(
                                new byte[] {
                                    (byte) TEXT,
                                    (byte) 0xff,
                                    -1,
                                    -1,
                                    -1,
                                    -1,
                                    -1,
                                    -1,
                                    -1,
                                    -1,
                                    0,
                                    0,
                                    0,
                                    0
                                })),
                Arguments.of("binary", 1003, frame(BINARY, "x")),
                Arguments.of("half a character", 1007, frame(TEXT, new byte[] {(byte) 0xc3})),
                Arguments.of(
                        "a surrogate",
                        1007,
                        frame(TEXT, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})),
                Arguments.of("half a code", 1002, frame(CLOSE, "x")),
                Arguments.of("a code that says none came", 1002, frame(CLOSE, closing(1005, ""))),
                Arguments.of("a code of nobody", 1002, frame(CLOSE, closing(999, ""))),
                Arguments.of("a code too high", 1002, frame(CLOSE, closing(5000, ""))),
                Arguments.of(
                        "a reason that is no text",
                        1007,
                        frame(CLOSE, new byte[] {3, (byte) 0xe8, (byte) 0xff})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void whatIsNotWebSocketIsRefused(String what, int code, ByteBuffer bytes) {
        assertThatThrownBy(() -> reader.read(bytes.duplicate()))
                .isInstanceOfSatisfying(
                        FrameReader.Violation.class,
                        violation -> assertThat(violation.code()).isEqualTo(code));
        assertThat(heard.messages).isEmpty();
        assertThat(heard.closes).isEmpty();
    }

    @Test
    void randomTrafficIsReadAsItWasMeant() throws Exception {
        long seed = System.nanoTime();
        System.out.println("FrameReaderTest seed " + seed);
        var random = new Random(seed);
        var expected = new ArrayList<String>();
        var pings = new ArrayList<String>();
        var wire = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            var message = words(random);
            expected.add(message);
            var bytes = message.getBytes(StandardCharsets.UTF_8);
            int frames = 1 + random.nextInt(4);
            for (int f = 0, from = 0; f < frames; f++) {
                boolean last = f == frames - 1;
                int upTo = last ? bytes.length : from + random.nextInt(bytes.length - from + 1);
                int head = (last ? 0x80 : 0) | (f == 0 ? 1 : 0);
                wire.write(frame(head, Arrays.copyOfRange(bytes, from, upTo)).array());
                from = upTo;
                if (random.nextInt(5) == 0) {
                    pings.add("p" + i + f);
                    wire.write(frame(PING, "p" + i + f).array());
                }
            }
        }
        var all = wire.toByteArray();
        for (int from = 0; from < all.length; ) {
            int size = Math.min(all.length - from, 1 + random.nextInt(300));
            reader.read(ByteBuffer.wrap(all, from, size));
            from += size;
        }
        assertThat(heard.messages).isEqualTo(expected);
        assertThat(heard.pings).isEqualTo(pings);
    }

    /** Whatever comes, it is read or refused, and no more is kept than was sent. */
    @Test
    void noiseIsReadOrRefused() {
        long seed = System.nanoTime();
        System.out.println("FrameReaderTest seed " + seed);
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            var noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            if (noise.length > 1 && random.nextBoolean()) {
                noise[0] = (byte) (random.nextBoolean() ? TEXT : CLOSE);
                noise[1] = (byte) (0x80 | random.nextInt(40));
            }
            try {
                new FrameReader(new Heard()).read(ByteBuffer.wrap(noise));
            } catch (FrameReader.Violation e) {
                refused++;
                assertThat(e.code()).isIn(1002, 1003, 1007);
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            words.append(new String[] {"a", "ß", "世", "🚀", " "}[random.nextInt(5)]);
        }
        return words.toString();
    }

    private void feed(byte[] bytes, int size) throws FrameReader.Violation {
        for (int from = 0; from < bytes.length; from += size) {
            reader.read(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)));
        }
    }

    private static byte[] closing(int code, String reason) {
        var words = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array();
    }

    private static ByteBuffer both(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.capacity() + second.capacity())
                .put(first)
                .put(second)
                .flip();
    }

    private static ByteBuffer frame(int head, String payload) {
        return frame(head, payload.getBytes(StandardCharsets.UTF_8));
    }

    static ByteBuffer frame(int head, byte[] payload) {
        var mask = new byte[] {17, -34, 51, -68};
        var frame = ByteBuffer.allocate(14 + payload.length).put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i & 3]));
        }
        var whole = new byte[frame.position()];
        frame.flip().get(whole);
        return ByteBuffer.wrap(whole);
    }

    /** Joins the parts of messages. */
    private static final class Heard implements FrameReader.Received {
        private final List<String> messages = new ArrayList<>();
        private final List<String> pings = new ArrayList<>();
        private final List<Integer> closes = new ArrayList<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public void text(String part, boolean last) {
            parts.append(part);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
        }

        @Override
        public void ping(byte[] payload) {
            pings.add(new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void close(int code) {
            closes.add(code);
        }
    }
}
