package app.candor.coedit.websocket;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a browser sends over a WebSocket (RFC 6455, section 5), however the network cut it.
 *
 * <p>Nothing is collected here but the head of a frame, a control frame, and the start of a
 * character: a text is handed on in the parts in which it comes.
 */
final class FrameReader {
    static final int NO_CODE = 1005;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private static final int LONGEST_CONTROL = 125;
    private static final int LONGEST_HEAD = 14;
    private static final int MASK = 4;

    private final Received received;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final byte[] head = new byte[LONGEST_HEAD];
    private int headed;
    private boolean inPayload;
    private long left;
    private int unmasked;
    private byte @Nullable [] control;
    private boolean inMessage;
    private byte[] ofCharacter = {};
    private boolean closed;

    /** Told of what came, in order. */
    interface Received {
        /**
         * @param last whether it ends a message
         */
        void text(String part, boolean last);

        void ping(byte[] payload);

        /**
         * The last thing that is read.
         *
         * @param code why, or {@link #NO_CODE}
         */
        void close(int code);
    }

    /** What came is not WebSocket. */
    static final class Violation extends IOException {
        @Serial private static final long serialVersionUID = 1;

        private final int code;

        Violation(int code, String what) {
            super(what);
            this.code = code;
        }

        /** How to close (RFC 6455, section 7.4.1). */
        int code() {
            return code;
        }
    }

    FrameReader(Received received) {
        this.received = received;
    }

    /**
     * Takes all of the bytes.
     *
     * @throws Violation after which nothing more can be read
     */
    void read(ByteBuffer bytes) throws Violation {
        while (bytes.hasRemaining() && !closed) {
            if (inPayload) {
                payload(bytes);
            } else {
                head[headed++] = bytes.get();
                if (headed > 1 && headed == headLength()) {
                    begin();
                }
            }
        }
        bytes.position(bytes.limit());
    }

    private int headLength() {
        return 2 + MASK + lengthBytes();
    }

    private int lengthBytes() {
        return switch (head[1] & 0x7f) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
    }

    private boolean isLastFrame() {
        return head[0] < 0;
    }

    private void begin() throws Violation {
        if ((head[0] & 0x70) != 0) {
            throw new Violation(1002, "No extension was agreed on");
        }
        if (head[1] >= 0) {
            throw new Violation(1002, "A browser masks what it sends");
        }
        left = length();
        switch (head[0] & 0x0f) {
            case CONTINUATION -> {
                if (!inMessage) {
                    throw new Violation(1002, "There is nothing to continue");
                }
            }
            case TEXT -> {
                if (inMessage) {
                    throw new Violation(1002, "The message before has not ended");
                }
                inMessage = true;
            }
            case BINARY -> throw new Violation(1003, "Messages are text");
            case CLOSE, PING, PONG -> {
                if (!isLastFrame() || left > LONGEST_CONTROL) {
                    throw new Violation(1002, "A control frame is short and whole");
                }
                control = new byte[(int) left];
            }
            default -> throw new Violation(1002, "There is no such frame");
        }
        unmasked = 0;
        inPayload = true;
        if (left == 0) {
            payload(ByteBuffer.allocate(0));
        }
    }

    private long length() throws Violation {
        var bytes = ByteBuffer.wrap(head, 2, LONGEST_HEAD - 2);
        long length =
                switch (lengthBytes()) {
                    case 2 -> Short.toUnsignedInt(bytes.getShort());
                    case 8 -> bytes.getLong();
                    default -> head[1] & 0x7f;
                };
        if (length < 0) {
            throw new Violation(1002, "No frame is that long");
        }
        return length;
    }

    private void payload(ByteBuffer bytes) throws Violation {
        var part = new byte[(int) Math.min(left, bytes.remaining())];
        bytes.get(part);
        unmask(part);
        left -= part.length;
        if (control == null) {
            text(part);
        } else {
            System.arraycopy(
                    part, 0, control, control.length - (int) left - part.length, part.length);
        }
        if (left == 0) {
            inPayload = false;
            headed = 0;
            if (control != null) {
                var whole = control;
                control = null;
                control(whole);
            }
        }
    }

    private void unmask(byte[] part) {
        int mask = 2 + lengthBytes();
        for (int i = 0; i < part.length; i++) {
            part[i] ^= head[mask + (unmasked++ & 3)];
        }
    }

    private void text(byte[] part) throws Violation {
        boolean last = left == 0 && isLastFrame();
        var bytes = ByteBuffer.allocate(ofCharacter.length + part.length);
        bytes.put(ofCharacter).put(part).flip();
        var characters = CharBuffer.allocate(bytes.remaining());
        if (utf8.decode(bytes, characters, last).isError()) {
            throw new Violation(1007, "This is not UTF-8");
        }
        ofCharacter = Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit());
        if (last) {
            utf8.flush(characters);
            utf8.reset();
            inMessage = false;
        }
        characters.flip();
        if (last || characters.hasRemaining()) {
            received.text(characters.toString(), last);
        }
    }

    private void control(byte[] payload) throws Violation {
        switch (head[0] & 0x0f) {
            case PING -> received.ping(payload);
            case CLOSE -> {
                int code = code(payload);
                closed = true;
                received.close(code);
            }
            default -> {
                // Nobody asked for this pong.
            }
        }
    }

    private static int code(byte[] payload) throws Violation {
        if (payload.length == 0) {
            return NO_CODE;
        }
        int code = payload.length == 1 ? 0 : ByteBuffer.wrap(payload).getShort();
        if (!(code >= 1000 && code <= 1003
                || code >= 1007 && code <= 1014
                || code >= 3000 && code <= 4999)) {
            throw new Violation(1002, "No browser closes with this code");
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload, 2, payload.length - 2));
        } catch (CharacterCodingException e) {
            throw new Violation(1007, "This reason is not UTF-8");
        }
        return code;
    }
}
