package app.candor.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of after-images: what a key of a namespace holds from now on, or that it holds nothing.
 *
 * <p>They name results, never commands, so applying them twice does no harm.
 */
final class AfterImages {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Takes after-images in the order they were made. */
    interface Sink {
        /**
         * @param document its BSON, or null when the key no longer holds one
         */
        void put(String namespace, long key, byte @Nullable [] document) throws IOException;
    }

    void add(String namespace, long key, byte @Nullable [] document) {
        try {
            var name = namespace.getBytes(UTF_8);
            out.writeShort(name.length);
            out.write(name);
            out.writeLong(key);
            out.writeInt(document == null ? ABSENT : document.length);
            if (document != null) {
                out.write(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        }
    }

    /** Size in bytes. */
    int size() {
        return bytes.size();
    }

    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    static FrameReader.Bodies into(Sink sink) {
        var names = new HashMap<String, String>();
        return body -> {
            while (body.hasRemaining()) {
                readOne(body, names, sink);
            }
        };
    }

    private static void readOne(ByteBuffer body, Map<String, String> names, Sink sink)
            throws IOException {
        var name = new String(take(body, Short.toUnsignedInt(body.getShort())), UTF_8);
        var key = body.getLong();
        var length = body.getInt();
        sink.put(
                names.computeIfAbsent(name, same -> same),
                key,
                length == ABSENT ? null : take(body, length));
    }

    private static byte[] take(ByteBuffer body, int length) {
        var taken = new byte[length];
        body.get(taken);
        return taken;
    }
}
