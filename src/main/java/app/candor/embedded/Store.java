package app.candor.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;

/**
 * All documents in memory, every change to them on the disk. One per folder.
 *
 * @param lock keeps the folder for this process
 * @param documents BSON by key by namespace
 */
record Store(
        StoreFiles files,
        FileChannel lock,
        ConcurrentMap<String, TreeMap<Long, byte[]>> documents,
        Journal journal)
        implements Closeable {
    private static final long SMALLEST_JOURNAL = 16 << 20;

    static Store open(Path folder) throws IOException {
        return open(folder, SMALLEST_JOURNAL);
    }

    /**
     * @param smallestJournal bytes a journal may have before it is merged, however little is stored
     */
    static Store open(Path folder, long smallestJournal) throws IOException {
        var files = new StoreFiles(folder);
        var lock = files.lock();
        try {
            var recovered = Recovery.of(files);
            var journal = new Journal(files, recovered.generation() + 1, smallestJournal);
            return new Store(files, lock, recovered.documents(), journal);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** BSON by key. Belongs to the one collection of that name, which guards it. */
    TreeMap<Long, byte[]> documents(String namespace) {
        return documents.computeIfAbsent(namespace, name -> new TreeMap<>());
    }

    /** Once or several times. */
    @Override
    public void close() throws IOException {
        if (lock.isOpen()) {
            try (lock) {
                journal.close();
            }
        }
    }
}
