package app.candor.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the files hold: the newest snapshot, then every later journal in order.
 *
 * @param documents BSON by key by namespace
 * @param generation the last one used; all its files are closed
 */
record Recovery(ConcurrentMap<String, TreeMap<Long, byte[]>> documents, long generation) {
    /**
     * @throws FolderUnusable if a file is missing or broken where no crash can have broken it
     */
    static Recovery of(StoreFiles files) throws IOException {
        var documents = new ConcurrentHashMap<String, TreeMap<Long, byte[]>>();
        Frames.Sink apply =
                (namespace, key, document) -> {
                    var keys = documents.computeIfAbsent(namespace, name -> new TreeMap<>());
                    if (document == null) {
                        keys.remove(key);
                    } else {
                        keys.put(key, document);
                    }
                };
        long generation = files.newestSnapshot();
        if (generation > 0) {
            Frames.readFinished(files.snapshot(generation), generation, apply);
        }
        long newest = files.newestJournal();
        while (generation < newest) {
            generation++;
            replay(files.journal(generation), generation, generation == newest, apply);
        }
        files.deleteReplaced();
        return new Recovery(documents, generation);
    }

    private static void replay(Path journal, long generation, boolean newest, Frames.Sink apply)
            throws IOException {
        if (!Files.exists(journal)) {
            throw FolderUnusable.damaged(journal, 0);
        }
        var extent = Frames.read(journal, generation, apply);
        if (!extent.finished()) {
            if (extent.broken() || !newest) {
                throw FolderUnusable.damaged(journal, extent.end());
            }
            FrameWriter.finishAfter(journal, generation, extent);
        }
    }
}
