package app.candor.embedded;

import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Rebuilds what the files hold: the newest snapshot, then every later journal in order. */
final class Recovery {
    private final StoreFiles files;
    private final ConcurrentMap<String, TreeMap<Long, byte[]>> documents =
            new ConcurrentHashMap<>();

    private Recovery(StoreFiles files) {
        this.files = files;
    }

    /**
     * @param documents BSON by key by namespace
     * @param generation the last one used; all its files are closed
     */
    record Recovered(ConcurrentMap<String, TreeMap<Long, byte[]>> documents, long generation) {}

    /**
     * @throws StorageDamaged if a file is missing or broken where no crash can have broken it
     */
    static Recovered run(StoreFiles files) throws IOException {
        var recovery = new Recovery(files);
        var generation = files.newestSnapshot().orElse(0);
        if (generation > 0) {
            readWhole(files, generation, recovery::apply);
        }
        var journals = files.journals();
        for (long next : journals) {
            if (next > generation) {
                if (next != generation + 1) {
                    throw missing(files, generation + 1);
                }
                recovery.replay(next, next == journals.getLast());
                generation = next;
            }
        }
        files.deleteReplaced();
        return new Recovered(recovery.documents, generation);
    }

    /** Reads a snapshot, which is renamed into place only when it is complete. */
    static void readWhole(StoreFiles files, long generation, AfterImages.Sink sink)
            throws IOException {
        var snapshot = files.snapshot(generation);
        if (!new FrameReader(snapshot, generation).read(AfterImages.into(sink)).finished()) {
            throw new StorageDamaged("The snapshot %s is damaged.".formatted(snapshot));
        }
    }

    private void replay(long generation, boolean newest) throws IOException {
        var journal = files.journal(generation);
        var reader = new FrameReader(journal, generation);
        var outcome = reader.read(AfterImages.into(this::apply));
        if (outcome.finished()) {
            return;
        }
        if (!newest || reader.continuesAfter(outcome)) {
            throw new StorageDamaged(
                    "The journal %s is damaged at byte %d.".formatted(journal, outcome.end()));
        }
        try (var writer = FrameWriter.continueAfter(journal, generation, outcome)) {
            writer.finish();
        }
    }

    private void apply(String namespace, long key, byte @Nullable [] document) {
        var keys = documents.computeIfAbsent(namespace, name -> new TreeMap<>());
        if (document == null) {
            keys.remove(key);
        } else {
            keys.put(key, document);
        }
    }

    private static StorageDamaged missing(StoreFiles files, long generation) {
        return new StorageDamaged(
                "The journal %s is missing.".formatted(files.journal(generation)));
    }
}
