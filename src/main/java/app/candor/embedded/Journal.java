package app.candor.embedded;

import java.io.Closeable;
import java.io.IOException;
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

    private final StoreFiles files;
    private final Runnable whenClosedOne;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();

    private AfterImages pending = new AfterImages();
    private long appended;
    private long durable;
    private boolean writing;
    private @Nullable JournalFailed failure;

    /** Changed only by the thread that set {@link #writing}, as is the file. */
    private volatile long generation;

    private volatile FrameWriter file;
    private volatile long largestFile;

    /**
     * @param largestFile bytes after which the next file is begun
     * @param whenClosedOne told after each file that was closed because of its size
     */
    Journal(StoreFiles files, long generation, long largestFile, Runnable whenClosedOne)
            throws IOException {
        this.files = files;
        this.generation = generation;
        this.largestFile = largestFile;
        this.whenClosedOne = whenClosedOne;
        this.file = begin(generation);
    }

    /** Call it in the order in which the changes happen to a document. */
    void append(String namespace, long key, byte @Nullable [] document) {
        lock.lock();
        try {
            requireWritable();
            pending.add(namespace, key, document);
            appended++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @throws JournalFailed after an error, also one that happened earlier
     */
    void requireWritable() {
        lock.lock();
        try {
            if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    boolean hasFailed() {
        lock.lock();
        try {
            return failure != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns once everything appended so far, by anybody, is on the disk.
     *
     * @throws JournalFailed if it may not be
     */
    void awaitDurable() {
        lock.lock();
        try {
            var last = appended;
            while (durable < last) {
                requireWritable();
                if (writing) {
                    synced.awaitUninterruptibly();
                } else {
                    writePending();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Bytes after which the next file is begun. */
    void largestFile(long bytes) {
        largestFile = bytes;
    }

    /** The file being written has this generation; all lower ones are closed. */
    long generation() {
        return generation;
    }

    private void writePending() {
        var batch = pending;
        var last = appended;
        pending = new AfterImages();
        writing = true;
        lock.unlock();
        Throwable error = null;
        try {
            write(batch);
        } catch (IOException | RuntimeException | Error e) {
            error = e;
        }
        lock.lock();
        writing = false;
        if (error == null) {
            durable = last;
        } else {
            fail(error);
        }
        synced.signalAll();
    }

    private void write(AfterImages batch) throws IOException {
        file.write(batch.toBuffer());
        file.sync();
        if (file.size() >= largestFile) {
            file.finish();
            var next = generation + 1;
            file = begin(next);
            generation = next;
            whenClosedOne.run();
        }
    }

    private FrameWriter begin(long next) throws IOException {
        var begun = FrameWriter.create(files.journal(next), next);
        begun.sync();
        files.syncFolder();
        return begun;
    }

    private void fail(Throwable error) {
        failure = new JournalFailed(files.folder(), error);
        log.error(failure.getMessageWithoutErrorCode());
    }

    @Override
    public void close() throws IOException {
        if (failure == null) {
            awaitDurable();
            file.finish();
        } else {
            file.close();
        }
    }

    /** For a test that takes the disk away. */
    FrameWriter file() {
        return file;
    }
}
