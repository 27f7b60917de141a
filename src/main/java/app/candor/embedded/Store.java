package app.candor.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All documents in memory, every change to them on the disk. One per folder. */
final class Store implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Store.class);
    private static final long SMALLEST_JOURNAL = 16 << 20;
    private static final long LEFT_OVER = 1 << 20;
    private static final int MOST_JOURNALS = 8;

    private final StoreFiles files;
    private final FolderLock lock;
    private final long smallestJournal;
    private final ConcurrentMap<String, TreeMap<Long, byte[]>> documents;
    private final Journal journal;
    private final ExecutorService compactions =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("embedded-compaction").factory());

    private Store(StoreFiles files, FolderLock lock, long smallestJournal) throws IOException {
        this.files = files;
        this.lock = lock;
        this.smallestJournal = smallestJournal;
        var recovered = Recovery.run(files);
        this.documents = recovered.documents();
        this.journal =
                new Journal(
                        files, recovered.generation() + 1, largestJournal(), this::compactLater);
        if (closedJournals() >= largestLeftOver() || files.journals().size() > MOST_JOURNALS) {
            compactLater();
        }
    }

    static Store open(Path folder) throws IOException {
        return open(folder, SMALLEST_JOURNAL);
    }

    /**
     * @param smallestJournal bytes a journal may have before it is merged, however little is stored
     */
    static Store open(Path folder, long smallestJournal) throws IOException {
        Files.createDirectories(folder);
        var lock = FolderLock.take(folder);
        try {
            return new Store(new StoreFiles(folder), lock, smallestJournal);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Set<String> namespaces() {
        return documents.keySet();
    }

    /** BSON by key. Belongs to the one collection of that name, which guards it. */
    TreeMap<Long, byte[]> documents(String namespace) {
        return documents.computeIfAbsent(namespace, name -> new TreeMap<>());
    }

    Journal journal() {
        return journal;
    }

    void record(String namespace, long key, byte @Nullable [] document) {
        journal.append(namespace, key, document);
    }

    /** Size of all files, in bytes. */
    long size() throws IOException {
        return files.size();
    }

    /**
     * A quarter of the snapshot: rewriting it then costs four bytes a byte, and files stay small.
     */
    private long largestJournal() throws IOException {
        var snapshot = files.newestSnapshot();
        var size = snapshot.isPresent() ? Files.size(files.snapshot(snapshot.getAsLong())) : 0;
        return Math.max(smallestJournal, size / 4);
    }

    /** What a start merges: less than what a running store waits for, as nobody writes yet. */
    private long largestLeftOver() throws IOException {
        return Math.max(Math.min(LEFT_OVER, smallestJournal), largestJournal() / 4);
    }

    private long closedJournals() throws IOException {
        long size = 0;
        for (long generation : files.journals()) {
            size += Files.size(files.journal(generation));
        }
        return size;
    }

    private void compactLater() {
        compactions.execute(this::compact);
    }

    private void compact() {
        try {
            Compaction.run(files, journal.generation() - 1);
            journal.largestFile(largestJournal());
        } catch (IOException | RuntimeException e) {
            log.warn("Could not merge journals; they stay until the next attempt", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (lock;
                compactions) {
            journal.close();
        }
    }
}
