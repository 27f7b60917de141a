package app.candor.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What all files are made of: checksummed frames, each a run of after-images.
 *
 * <p>An after-image is what a key of a namespace holds from now on, or that it holds nothing. It
 * names a result, never a command, so applying it twice does no harm.
 */
final class Frames {
    /** Magic, CRC32C of all that follows, generation, number in the file, length of the body. */
    static final int HEADER = 4 + 4 + 8 + 8 + 4;

    static final int MAGIC = 0x434a3031;
    private static final int ABSENT = -1;

    private Frames() {}

    /** Takes after-images in the order they were made. */
    interface Sink {
        /**
         * @param document its BSON, or null when the key no longer holds one
         */
        void put(String namespace, long key, byte @Nullable [] document) throws IOException;
    }

    /**
     * How far a file could be read.
     *
     * @param end offset in bytes behind the last whole frame
     * @param frames number of whole frames
     * @param finished whether the last of them is empty and ends the file
     * @param broken whether a whole frame follows somewhere behind the end
     */
    record Extent(long end, long frames, boolean finished, boolean broken) {}

    private record Frame(long number, ByteBuffer body) {}

    /** Appends an after-image to the body of a frame. */
    static void put(ByteBuf body, String namespace, long key, byte @Nullable [] document) {
        var name = namespace.getBytes(UTF_8);
        body.writeShort(name.length).writeBytes(name).writeLong(key);
        body.writeInt(document == null ? ABSENT : document.length);
        if (document != null) {
            body.writeBytes(document);
        }
    }

    /** Reads frames in order, up to the first that is not whole. */
    static Extent read(Path file, long generation, Sink sink) throws IOException {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            var bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            long end = 0;
            long frames = 0;
            var finished = false;
            for (var frame = at(bytes, end, generation);
                    frame != null && frame.number() == frames;
                    frame = at(bytes, end, generation)) {
                frames++;
                end += HEADER + frame.body().remaining();
                finished = !frame.body().hasRemaining() && end == bytes.byteSize();
                apply(frame.body(), sink);
            }
            return new Extent(
                    end, frames, finished, !finished && continues(bytes, end, generation, frames));
        }
    }

    /**
     * @throws FolderUnusable if the file is broken or was not finished
     */
    static void readFinished(Path file, long generation, Sink sink) throws IOException {
        var extent = read(file, generation, sink);
        if (!extent.finished()) {
            throw FolderUnusable.damaged(file, extent.end());
        }
    }

    static int checksum(ByteBuffer header, ByteBuffer body) {
        var crc = new CRC32C();
        crc.update(header.slice(8, HEADER - 8));
        crc.update(body.duplicate());
        return (int) crc.getValue();
    }

    private static void apply(ByteBuffer body, Sink sink) throws IOException {
        while (body.hasRemaining()) {
            var namespace = new String(take(body, Short.toUnsignedInt(body.getShort())), UTF_8);
            var key = body.getLong();
            var length = body.getInt();
            sink.put(namespace.intern(), key, length == ABSENT ? null : take(body, length));
        }
    }

    private static byte[] take(ByteBuffer body, int length) {
        var taken = new byte[length];
        body.get(taken);
        return taken;
    }

    private static boolean continues(
            MemorySegment bytes, long end, long generation, long leastNumber) {
        for (long at = end; at + HEADER <= bytes.byteSize(); at++) {
            var frame = at(bytes, at, generation);
            if (frame != null && frame.number() >= leastNumber) {
                return true;
            }
        }
        return false;
    }

    /** The whole frame that begins at an offset, or null if none does. */
    private static @Nullable Frame at(MemorySegment bytes, long offset, long generation) {
        var left = bytes.byteSize() - offset - HEADER;
        if (left < 0) {
            return null;
        }
        var header = bytes.asSlice(offset, HEADER).asByteBuffer();
        var length = header.getInt(24);
        if (header.getInt(0) != MAGIC
                || header.getLong(8) != generation
                || length < 0
                || length > left) {
            return null;
        }
        var body = bytes.asSlice(offset + HEADER, length).asByteBuffer();
        return header.getInt(4) == checksum(header, body)
                ? new Frame(header.getLong(16), body)
                : null;
    }
}
