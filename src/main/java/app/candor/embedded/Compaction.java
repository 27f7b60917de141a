package app.candor.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Merges the snapshot and all closed journals into a new snapshot.
 *
 * <p>Works from files alone: nothing waits for it, and it needs memory for the journals only.
 */
final class Compaction {
    private static final int FRAME_BYTES = 1 << 20;

    private final StoreFiles files;
    private final Map<Place, Optional<byte[]>> latest = new HashMap<>();
    private AfterImages frame = new AfterImages();

    private record Place(String namespace, long key) {}

    private Compaction(StoreFiles files) {
        this.files = files;
    }

    /**
     * @param last generation of the newest closed journal
     */
    static void run(StoreFiles files, long last) throws IOException {
        var base = files.newestSnapshot().orElse(0);
        if (last > base) {
            new Compaction(files).merge(base, last);
        }
    }

    private void merge(long base, long last) throws IOException {
        for (long generation = base + 1; generation <= last; generation++) {
            new FrameReader(files.journal(generation), generation)
                    .read(
                            AfterImages.into((namespace, key, document) ->
                                    latest.put(
                                            new Place(namespace, key),
                                            Optional.ofNullable(document))));
        }
        var unfinished = files.unfinishedSnapshot(last);
        Files.deleteIfExists(unfinished);
        try (var snapshot = FrameWriter.create(unfinished, last)) {
            if (base > 0) {
                copyUnchanged(base, snapshot);
            }
            for (var entry : latest.entrySet()) {
                if (entry.getValue().isPresent()) {
                    add(entry.getKey(), entry.getValue().get(), snapshot);
                }
            }
            write(snapshot);
            snapshot.finish();
        }
        files.adopt(last);
    }

    private void copyUnchanged(long base, FrameWriter snapshot) throws IOException {
        Recovery.readWhole(
                files,
                base,
                (namespace, key, document) -> {
                    var place = new Place(namespace, key);
                    if (document != null && !latest.containsKey(place)) {
                        add(place, document, snapshot);
                    }
                });
    }

    private void add(Place place, byte[] document, FrameWriter snapshot) throws IOException {
        frame.add(place.namespace(), place.key(), document);
        if (frame.size() >= FRAME_BYTES) {
            write(snapshot);
        }
    }

    private void write(FrameWriter snapshot) throws IOException {
        if (frame.size() > 0) {
            snapshot.write(frame.toBuffer());
            frame = new AfterImages();
        }
    }
}
