package app.candor.embedded;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Optional;

/**
 * Merges the snapshot and all closed journals into a new snapshot.
 *
 * <p>Works from files alone: nothing waits for it, and it needs memory for the journals only.
 */
final class Compaction {
    private static final int FRAME_BYTES = 1 << 20;

    private Compaction() {}

    private record Place(String namespace, long key) {}

    /**
     * @param last generation of the newest closed journal
     * @throws FolderUnusable if a file is broken; all of them stay
     */
    static void run(StoreFiles files, long last) throws IOException {
        var base = files.newestSnapshot();
        if (last <= base) {
            return;
        }
        var latest = new HashMap<Place, Optional<byte[]>>();
        for (long generation = base + 1; generation <= last; generation++) {
            Frames.readFinished(
                    files.journal(generation),
                    generation,
                    (namespace, key, document) ->
                            latest.put(new Place(namespace, key), Optional.ofNullable(document)));
        }
        Files.deleteIfExists(files.unfinishedSnapshot(last));
        try (var snapshot = FrameWriter.snapshot(files.unfinishedSnapshot(last), last)) {
            var frame = Unpooled.buffer();
            Frames.Sink keep =
                    (namespace, key, document) -> {
                        if (document != null) {
                            Frames.put(frame, namespace, key, document);
                        }
                        if (frame.readableBytes() >= FRAME_BYTES) {
                            snapshot.write(frame);
                            frame.clear();
                        }
                    };
            if (base > 0) {
                Frames.readFinished(
                        files.snapshot(base),
                        base,
                        (namespace, key, document) -> {
                            if (!latest.containsKey(new Place(namespace, key))) {
                                keep.put(namespace, key, document);
                            }
                        });
            }
            for (var entry : latest.entrySet()) {
                var place = entry.getKey();
                keep.put(place.namespace(), place.key(), entry.getValue().orElse(null));
            }
            snapshot.write(frame);
            snapshot.finish();
        }
        files.adopt(last);
    }
}
