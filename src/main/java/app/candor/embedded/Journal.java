package app.candor.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The write-ahead journal: a change counts once its after-image is on the disk.
 *
 * <p>Whoever waits first writes for all who wait (group commit). After an error nobody knows what
 * the disk holds, so the journal refuses everything until the next start has read it again.
 */
final class Journal implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final int INTERNAL_ERROR = 1;

    /** What a start merges, as nobody writes yet: this part of what a running store waits for. */
    private static final int LEFT_OVER = 16;

    private static final int MOST_FILES = 8;

    private final StoreFiles files;
    private final long smallest;
    private final ExecutorService compactions =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("embedded-compaction").factory());
    private volatile @Nullable MongoServerError failure;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private ByteBuf pending = Unpooled.buffer();
    private boolean writing;
    private volatile long appended;
    private volatile long durable;

    /** Changed only by the thread that set {@link #writing}, as is the file. */
    private volatile long generation;

    private volatile FrameWriter file;
    private volatile long largest;

    /**
     * @param generation of the file it begins; all lower ones are closed
     * @param smallest bytes a file may have before the next is begun, however little is stored
     */
    Journal(StoreFiles files, long generation, long smallest) throws IOException {
        this.files = files;
        this.generation = generation;
        this.smallest = smallest;
        this.file = begin(generation);
        this.largest = largest();
        if (files.size() - files.snapshotSize() >= largest / LEFT_OVER
                || generation - files.newestSnapshot() > MOST_FILES) {
            compactions.execute(this::compact);
        }
    }

    /**
     * Call it in the order in which the changes happen to a document.
     *
     * @param document its BSON, or null when the key no longer holds one
     */
    void append(String namespace, long key, byte @Nullable [] document) {
        lock.lock();
        try {
            requireWritable();
            Frames.put(pending, namespace, key, document);
            appended++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @throws MongoServerError after an error, also one that happened earlier
     */
    void requireWritable() {
        var error = failure;
        if (error != null) {
            throw error;
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Whether everything appended so far, by anybody, is on the disk. */
    boolean isDurable() {
        return durable >= appended;
    }

    /**
     * Returns once everything appended so far, by anybody, is on the disk.
     *
     * @throws MongoServerError if it may not be: the change that met the error may or may not
     */
    void awaitDurable() {
        var last = appended;
        if (durable >= last) {
            return;
        }
        lock.lock();
        try {
            while (durable < last) {
                requireWritable();
                if (writing) {
                    written.awaitUninterruptibly();
                } else {
                    writePending();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives up the lock while it writes, so that others can append and wait. */
    private void writePending() {
        var batch = pending;
        var last = appended;
        pending = Unpooled.buffer();
        writing = true;
        lock.unlock();
        try {
            write(batch);
            durable = last;
        } catch (IOException | RuntimeException | Error e) {
            failure = failed(e);
        } finally {
            lock.lock();
            writing = false;
            written.signalAll();
        }
    }

    private void write(ByteBuf batch) throws IOException {
        file.write(batch);
        file.sync();
        if (file.size() >= largest) {
            file.finish();
            file = begin(generation + 1);
            generation = generation + 1;
            compactions.execute(this::compact);
        }
    }

    private void compact() {
        try {
            Compaction.run(files, generation - 1);
            largest = largest();
        } catch (IOException | RuntimeException e) {
            log.warn("Could not merge journals; they stay until the next attempt", e);
        }
    }

    /**
     * A quarter of the snapshot: rewriting it then costs four bytes a byte, and files stay small.
     */
    private long largest() throws IOException {
        return Math.max(smallest, files.snapshotSize() / 4);
    }

    private FrameWriter begin(long next) throws IOException {
        var begun = FrameWriter.journal(files.journal(next), next);
        begun.sync();
        files.syncFolder();
        return begun;
    }

    private MongoServerError failed(Throwable cause) {
        var message =
                "The journal in %s cannot be written (%s). Candor takes no changes until it is restarted."
                        .formatted(files.folder(), cause);
        log.error(message);
        return new MongoServerError(INTERNAL_ERROR, "InternalError", message, cause);
    }

    @Override
    public void close() throws IOException {
        try (compactions) {
            if (hasFailed()) {
                file.close();
            } else {
                awaitDurable();
                file.finish();
            }
        }
    }

    /** For a test that takes the disk away. */
    FrameWriter file() {
        return file;
    }
}
