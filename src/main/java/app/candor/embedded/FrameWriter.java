package app.candor.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Appends checksummed frames to a new file.
 *
 * <p>A frame is written only after the one before it was synced, so on a file that a crash left
 * behind only the last frame can be torn: a broken frame before a whole one is damage.
 */
final class FrameWriter implements Closeable {
    /** Magic, CRC32C of all that follows, generation, number in the file, length of the body. */
    static final int HEADER = 4 + 4 + 8 + 8 + 4;

    static final int MAGIC = 0x434a3031;

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

    /** Continues after the last whole frame, dropping a torn one behind it. */
    static FrameWriter continueAfter(Path file, long generation, FrameReader.Outcome whole)
            throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(whole.end());
        channel.position(whole.end());
        return new FrameWriter(channel, generation, whole.frames());
    }

    void write(ByteBuffer body) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        header.putInt(MAGIC).putInt(0).putLong(generation).putLong(number).putInt(body.remaining());
        header.putInt(4, checksum(header.duplicate().flip(), body.duplicate())).flip();
        var parts = new ByteBuffer[] {header, body};
        while (body.hasRemaining() || header.hasRemaining()) {
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
        write(ByteBuffer.allocate(0));
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

    static int checksum(ByteBuffer header, ByteBuffer body) {
        var crc = new CRC32C();
        crc.update(header.position(8));
        crc.update(body);
        return (int) crc.getValue();
    }
}
