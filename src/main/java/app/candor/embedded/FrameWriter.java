package app.candor.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends frames to a file.
 *
 * <p>A journal has room ahead, filled with zeros: to sync a frame that does not make its file
 * longer costs the file system half of what it costs otherwise. The room is given back in the end,
 * and by a start after a crash.
 *
 * <p>A frame of a journal is written only after the one before it was synced, so of a file that a
 * crash left behind only the last frame can be torn: a broken frame before a whole one is damage.
 */
final class FrameWriter implements Closeable {
    /** Half of what there is, within these bounds: making it is felt by whoever waits. */
    static final int LEAST_ROOM = 64 * 1024;

    private static final int MOST_ROOM = 1024 * 1024;

    private static final ByteBuffer ZEROS =
            ByteBuffer.allocateDirect(LEAST_ROOM).asReadOnlyBuffer();

    private final FileChannel channel;
    private final long generation;
    private final boolean keepsRoom;
    private long number;
    private long size;
    private long roomEnd;

    private FrameWriter(
            FileChannel channel, long generation, long number, long size, boolean keepsRoom) {
        this.channel = channel;
        this.generation = generation;
        this.number = number;
        this.size = size;
        this.roomEnd = size;
        this.keepsRoom = keepsRoom;
    }

    /** A file whose every frame is synced. */
    static FrameWriter journal(Path file, long generation) throws IOException {
        return new FrameWriter(create(file), generation, 0, 0, true);
    }

    /** A file that is synced in the end. */
    static FrameWriter snapshot(Path file, long generation) throws IOException {
        return new FrameWriter(create(file), generation, 0, 0, false);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Drops a torn frame behind the last whole one and ends the file there. */
    static void finishAfter(Path file, long generation, Frames.Extent whole) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole.end()).position(whole.end());
            new FrameWriter(channel, generation, whole.frames(), whole.end(), false).finish();
        }
    }

    void write(ByteBuf body) throws IOException {
        if (keepsRoom) {
            makeRoom(size + Frames.HEADER + body.readableBytes());
        }
        append(body);
    }

    private void append(ByteBuf body) throws IOException {
        var content = body.nioBuffer();
        var header = ByteBuffer.allocate(Frames.HEADER);
        header.putInt(Frames.MAGIC).putInt(0).putLong(generation).putLong(number);
        header.putInt(content.remaining()).putInt(4, Frames.checksum(header, content)).flip();
        size += header.remaining() + content.remaining();
        var parts = new ByteBuffer[] {header, content};
        while (header.hasRemaining() || content.hasRemaining()) {
            channel.write(parts);
        }
        number++;
    }

    private void makeRoom(long end) throws IOException {
        if (end > roomEnd) {
            roomEnd = end + Math.clamp(end / 2, LEAST_ROOM, MOST_ROOM);
            for (long filled = end; filled < roomEnd; ) {
                var zeros = ZEROS.duplicate();
                zeros.limit((int) Math.min(zeros.capacity(), roomEnd - filled));
                filled += channel.write(zeros, filled);
            }
        }
    }

    /** Returns once everything written is on the disk. */
    void sync() throws IOException {
        channel.force(false);
    }

    /** Ends the file with an empty frame, which tells a whole file from a cut one, and syncs it. */
    void finish() throws IOException {
        channel.truncate(size);
        sync();
        append(Unpooled.EMPTY_BUFFER);
        sync();
        channel.close();
    }

    /** Bytes of all frames, without the room. */
    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
