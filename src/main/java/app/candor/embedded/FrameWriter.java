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
 * <p>A frame of a journal is written only after the one before it was synced, so of a file that a
 * crash left behind only the last frame can be torn: a broken frame before a whole one is damage.
 */
final class FrameWriter implements Closeable {
    private final FileChannel channel;
    private final long generation;
    private long number;

    private FrameWriter(FileChannel channel, long generation, long number) {
        this.channel = channel;
        this.generation = generation;
        this.number = number;
    }

    static FrameWriter create(Path file, long generation) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FrameWriter(channel, generation, 0);
    }

    /** Drops a torn frame behind the last whole one and ends the file there. */
    static void finishAfter(Path file, long generation, Frames.Extent whole) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole.end()).position(whole.end());
            new FrameWriter(channel, generation, whole.frames()).finish();
        }
    }

    void write(ByteBuf body) throws IOException {
        var content = body.nioBuffer();
        var header = ByteBuffer.allocate(Frames.HEADER);
        header.putInt(Frames.MAGIC).putInt(0).putLong(generation).putLong(number);
        header.putInt(content.remaining()).putInt(4, Frames.checksum(header, content)).flip();
        var parts = new ByteBuffer[] {header, content};
        while (header.hasRemaining() || content.hasRemaining()) {
            channel.write(parts);
        }
        number++;
    }

    /** Returns once everything written is on the disk. */
    void sync() throws IOException {
        channel.force(false);
    }

    /** Ends the file with an empty frame, which tells a whole file from a cut one, and syncs it. */
    void finish() throws IOException {
        sync();
        write(Unpooled.EMPTY_BUFFER);
        sync();
        channel.close();
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
