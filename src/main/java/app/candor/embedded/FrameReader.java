package app.candor.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the frames of one file in order, up to the first that is not whole. */
final class FrameReader {
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final long generation;

    FrameReader(Path file, long generation) {
        this.file = file;
        this.generation = generation;
    }

    /** What to do with the body of a frame. */
    interface Bodies {
        void accept(ByteBuffer body) throws IOException;
    }

    /**
     * How far a file could be read.
     *
     * @param end offset in bytes behind the last whole frame
     * @param frames number of whole frames
     * @param finished whether the last of them ends the file
     */
    record Outcome(long end, long frames, boolean finished) {}

    Outcome read(Bodies bodies) throws IOException {
        var size = Files.size(file);
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            long end = 0;
            long frames = 0;
            while (true) {
                var body = next(in, size - end, frames);
                if (body == null) {
                    return new Outcome(end, frames, false);
                }
                end += FrameWriter.HEADER + body.remaining();
                frames++;
                if (!body.hasRemaining()) {
                    return new Outcome(end, frames, end == size);
                }
                bodies.accept(body);
            }
        }
    }

    /** Whether a whole frame follows somewhere behind the place where reading stopped. */
    boolean continuesAfter(Outcome outcome) throws IOException {
        var rest = ByteBuffer.allocate(Math.toIntExact(Files.size(file) - outcome.end()));
        try (var channel = FileChannel.open(file)) {
            channel.position(outcome.end());
            while (rest.hasRemaining() && channel.read(rest) >= 0) {
                // Reads may come in parts.
            }
        }
        rest.flip();
        for (int at = 0; at + FrameWriter.HEADER <= rest.limit(); at++) {
            if (rest.getInt(at) == FrameWriter.MAGIC && isWhole(rest, at, outcome.frames())) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(ByteBuffer rest, int at, long firstNumber) {
        var header = rest.slice(at, FrameWriter.HEADER);
        var length = header.getInt(24);
        return header.getLong(8) == generation
                && header.getLong(16) >= firstNumber
                && length >= 0
                && length <= rest.limit() - at - FrameWriter.HEADER
                && header.getInt(4)
                        == FrameWriter.checksum(
                                header.duplicate(), rest.slice(at + FrameWriter.HEADER, length));
    }

    private @Nullable ByteBuffer next(InputStream in, long left, long number) throws IOException {
        if (left < FrameWriter.HEADER) {
            return null;
        }
        var header = ByteBuffer.wrap(in.readNBytes(FrameWriter.HEADER));
        var length = header.getInt(24);
        if (header.getInt(0) != FrameWriter.MAGIC
                || header.getLong(8) != generation
                || header.getLong(16) != number
                || length < 0
                || length > left - FrameWriter.HEADER) {
            return null;
        }
        var body = ByteBuffer.wrap(in.readNBytes(length));
        var checksum = FrameWriter.checksum(header.duplicate(), body.duplicate());
        return header.getInt(4) == checksum ? body : null;
    }
}
